package protocol

import (
	"maps"
	"reflect"
	"slices"
	"strconv"

	"laneya/geom"
)

// append appends a struct of the plan's type as a JSON object.
func (p *plan) append(dst []byte, v reflect.Value) []byte {
	dst = append(dst, '{')
	return append(p.appendMembers(dst, v, false), '}')
}

// appendMembers appends the members alone. Others come before them if after says
// so.
func (p *plan) appendMembers(dst []byte, v reflect.Value, after bool) []byte {
	for i := range p.fields {
		f := &p.fields[i]
		value := v.Field(f.index)
		if !f.must && value.IsZero() {
			continue
		}
		if after {
			dst = append(dst, ',')
		}
		after = true
		dst = append(dst, f.quoted...)
		dst = f.rule.append(dst, value)
	}
	return dst
}

func (r *rule) append(dst []byte, v reflect.Value) []byte {
	switch v.Kind() {
	case reflect.String:
		return appendText(dst, v.String())
	case reflect.Bool:
		return strconv.AppendBool(dst, v.Bool())
	case reflect.Int:
		return strconv.AppendInt(dst, v.Int(), 10)
	case reflect.Uint64:
		return strconv.AppendUint(dst, v.Uint(), 10)
	case reflect.Uint8:
		return appendText(dst, geom.Dir(v.Uint()).String())
	case reflect.Slice:
		return r.appendList(dst, v)
	case reflect.Pointer:
		return r.plan.append(dst, v.Elem())
	case reflect.Map:
		return appendParams(dst, v.Interface().(map[string]string))
	default:
		return r.plan.append(dst, v)
	}
}

func (r *rule) appendList(dst []byte, v reflect.Value) []byte {
	if r.of == nil {
		if v.Len() == 0 {
			return append(dst, "null"...)
		}
		return append(dst, v.Bytes()...)
	}
	dst = append(dst, '[')
	for i := range v.Len() {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = r.of.append(dst, v.Index(i))
	}
	return append(dst, ']')
}

func appendParams(dst []byte, params map[string]string) []byte {
	dst = append(dst, '{')
	for i, name := range slices.Sorted(maps.Keys(params)) {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = appendText(dst, name)
		dst = append(dst, ':')
		dst = appendText(dst, params[name])
	}
	return append(dst, '}')
}

// appendStruct appends a T of which there is a plan.
func appendStruct[T any](dst []byte, v *T) []byte {
	return plans[reflect.TypeFor[T]()].append(dst, reflect.ValueOf(v).Elem())
}
