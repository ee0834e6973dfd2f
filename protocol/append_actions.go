package protocol

func appendMove(dst []byte, m Move) []byte {
	dst = append(dst, `{"direction":"`...)
	dst = append(dst, m.Direction.String()...)
	return append(dst, `"}`...)
}

func appendGetMap(dst []byte, g GetMap) []byte {
	dst = append(dst, `{"map_id":`...)
	if len(g.MapID) == 0 {
		dst = append(dst, "null"...)
	}
	dst = append(dst, g.MapID...)
	return append(dst, '}')
}

func appendEmpty[T Action](dst []byte, _ T) []byte { return append(dst, "{}"...) }

func appendWatch(dst []byte, w Watch) []byte {
	dst = appendInt(dst, `{"min_version":`, int64(w.MinVersion))
	dst = appendInt(dst, `,"max_version":`, int64(w.MaxVersion))
	dst = appendInt(dst, `,"seen":`, int64(w.Seen))
	if w.Language != "" {
		dst = appendText(append(dst, `,"language":`...), w.Language)
	}
	return append(dst, '}')
}

func appendBatch(dst []byte, b Batch) []byte {
	dst = append(dst, `{"actions":`...)
	dst = appendList(dst, b.Actions, func(dst []byte, a *Action) []byte {
		dst = append(dst, '{')
		dst = appendCall(dst, lookup([]byte((*a).Name())), *a)
		return append(dst, '}')
	})
	return append(dst, '}')
}
