package server

import "laneya/protocol"

// batchHandler performs several actions in order in one tick. Each is tried,
// whatever became of those before it, so the batch itself always succeeds.
type batchHandler struct{}

func (batchHandler) needsHero() bool { return false }

func (batchHandler) now(*Server, call, protocol.Action) (protocol.Answer, bool) {
	return protocol.Answer{}, false
}

func (batchHandler) legal(*turn, *call, protocol.Action) error { return nil }

func (batchHandler) perform(t *turn, c *call, a protocol.Action) ([]byte, error) {
	batch, ok := a.(protocol.Batch)
	if !ok {
		return nil, errAction(a)
	}
	var res protocol.BatchResult
	for _, item := range batch.Actions {
		ans := t.try(c, item)
		res.Results = append(res.Results, protocol.Result{Status: ans.Status, Data: ans.Data})
	}
	return protocol.AppendBatchResult(nil, &res), nil
}
