package dice

import (
	"encoding/hex"
	"math/rand/v2"
)

func appendHex(p *rand.PCG) ([]byte, error) {
	state, err := p.MarshalBinary()
	if err != nil {
		return nil, err
	}
	return hex.AppendEncode(nil, state), nil
}

func readHex(p *rand.PCG, text []byte) error {
	state, err := hex.DecodeString(string(text))
	if err != nil {
		return err
	}
	return p.UnmarshalBinary(state)
}
