package protocol

import (
	"errors"
	"fmt"
	"reflect"

	"github.com/go-json-experiment/json/jsontext"
)

var (
	mapResultShape   = shape{`the result of "get_map"`, []string{"floor_layer"}, nil}
	watchResultShape = shape{`the result of "watch"`, []string{"version", "tick_ms"}, nil}
	batchResultShape = shape{`the result of "batch"`, []string{"results"}, nil}
	resultShape      = shape{"a result of a batch", []string{"status", "data"}, nil}
)

// The two words of MapResult.FloorLayer.
const (
	FloorWall  = "wall"
	FloorFloor = "floor"
)

// Message returns what the response says to a person, "" for a success.
func (r *Response) Message() string {
	if r.Status == Success {
		return ""
	}
	var f Failure
	if DecodeResult(r.Data, &f) != nil || f.Message == "" {
		return "the server refused (" + string(r.Status) + ")"
	}
	return f.Message
}

// reason returns what the response says to a program, "" if nothing.
func (r *Response) reason() string {
	var f Failure
	if r.Status == Success || DecodeResult(r.Data, &f) != nil {
		return ""
	}
	return f.Reason
}

// DecodeResult reads the data of a response into what into points at: a Failure
// or the Result of an Entry, as a MapResult. It is held to the limits of
// what a client takes from a server.
func DecodeResult(data []byte, into any) error {
	if err := checkJSON(data, fromServer); err != nil {
		return err
	}
	var err error
	switch p := into.(type) {
	case *MapResult:
		*p, err = decodeMapResult(data)
	case *WatchResult:
		*p, err = decodeWatchResult(data)
	case *BatchResult:
		*p, err = decodeBatchResult(data)
	default:
		err = decodeByPlan(data, into)
	}
	return err
}

func decodeByPlan(data []byte, into any) error {
	v := reflect.ValueOf(into)
	if v.Kind() != reflect.Pointer || v.IsNil() || plans[v.Type().Elem()] == nil {
		return fmt.Errorf("%T is not the result of an action", into)
	}
	p := plans[v.Type().Elem()]
	v.Elem().SetZero()
	if err := p.read(data, v.Elem()); err != nil {
		v.Elem().SetZero()
		return err
	}
	if c, ok := into.(*ChartResult); ok {
		return c.validate()
	}
	return p.check(v.Elem())
}

func decodeMapResult(data []byte) (MapResult, error) {
	var s spans
	if err := mapResultShape.read(data, &s); err != nil {
		return MapResult{}, err
	}
	columns, err := readList(s[0], "floor_layer", MaxMapSide, func(v []byte) ([]string, error) {
		return readList(v, "a column", MaxMapSide, readFloor)
	})
	if err != nil {
		return MapResult{}, err
	}
	if len(columns) == 0 || len(columns[0]) == 0 {
		return MapResult{}, errors.New("the map is empty")
	}
	for _, c := range columns {
		if len(c) != len(columns[0]) {
			return MapResult{}, errors.New("the map is not a rectangle")
		}
	}
	return MapResult{columns}, nil
}

func readFloor(v []byte) (string, error) {
	switch string(v) {
	case `"wall"`:
		return FloorWall, nil
	case `"floor"`:
		return FloorFloor, nil
	}
	return "", errors.New("a field must be wall or floor")
}

func decodeWatchResult(data []byte) (WatchResult, error) {
	var s spans
	if err := watchResultShape.read(data, &s); err != nil {
		return WatchResult{}, err
	}
	const minute = 60_000
	var r reader
	return WatchResult{
		Version: int(r.int(s[0], "version", 1, maxSmall)),
		TickMS:  int(r.int(s[1], "tick_ms", 1, minute)),
	}, r.err
}

func decodeBatchResult(data []byte) (BatchResult, error) {
	var s spans
	if err := batchResultShape.read(data, &s); err != nil {
		return BatchResult{}, err
	}
	results, err := readList(s[0], "results", MaxBatch, func(v []byte) (Result, error) {
		var s spans
		if err := resultShape.read(v, &s); err != nil {
			return Result{}, err
		}
		status, err := readStatus(s[0])
		if err == nil && s[1][0] != '{' {
			err = errors.New("data must be an object")
		}
		return Result{status, append(jsontext.Value(nil), s[1]...)}, err
	})
	return BatchResult{results}, err
}

// AppendFailure appends the data of a response that is not a success, with a
// message alone.
func AppendFailure(dst []byte, message string) []byte {
	dst = append(dst, `{"message":`...)
	dst = appendText(dst, message)
	return append(dst, '}')
}

// AppendRefusal appends f with all that it says. Original clients know no more
// than its message; for them there is AppendFailure.
func AppendRefusal(dst []byte, f *Failure) []byte { return appendStruct(dst, f) }

// AppendResult appends the data of the response to an action, r being a pointer
// to the Result of its Entry. It is for those that have no function of their own
// here.
func AppendResult(dst []byte, r any) ([]byte, error) {
	v := reflect.ValueOf(r)
	if v.Kind() != reflect.Pointer || v.IsNil() || plans[v.Type().Elem()] == nil {
		return dst, fmt.Errorf("%T is not the result of an action", r)
	}
	p := plans[v.Type().Elem()]
	if err := p.check(v.Elem()); err != nil {
		return dst, err
	}
	return p.append(dst, v.Elem()), nil
}

// AppendWatchResult appends the data of the response to Watch.
func AppendWatchResult(dst []byte, r *WatchResult) []byte {
	dst = appendInt(dst, `{"version":`, int64(r.Version))
	dst = appendInt(dst, `,"tick_ms":`, int64(r.TickMS))
	return append(dst, '}')
}

// AppendBatchResult appends the data of the response to Batch. The data of each
// result is a JSON object.
func AppendBatchResult(dst []byte, r *BatchResult) []byte {
	dst = append(dst, `{"results":`...)
	dst = appendList(dst, r.Results, func(dst []byte, one *Result) []byte {
		dst = append(dst, `{"status":"`...)
		dst = append(dst, one.Status...)
		dst = append(dst, `","data":`...)
		dst = append(dst, one.Data...)
		return append(dst, '}')
	})
	return append(dst, '}')
}

// AppendMapResult appends the data of the response to GetMap for a map of w by h
// fields, of which floor says whether one can be walked on.
func AppendMapResult(dst []byte, w, h int, floor func(x, y int) bool) []byte {
	dst = append(dst, `{"floor_layer":[`...)
	for x := range w {
		if x > 0 {
			dst = append(dst, ',')
		}
		dst = append(dst, '[')
		for y := range h {
			if y > 0 {
				dst = append(dst, ',')
			}
			word := `"wall"`
			if floor(x, y) {
				word = `"floor"`
			}
			dst = append(dst, word...)
		}
		dst = append(dst, ']')
	}
	return append(dst, "]}"...)
}
