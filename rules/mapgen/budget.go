package mapgen

import "laneya/rules/content"

// foeCount returns how many ordinary foes a level of that depth has at least and
// at most.
func foeCount(depth int) (lo, hi int) {
	lo = min(10+depth, 18)
	return lo, lo + 6
}

// FoeBudget returns the band that the summed Cost of a level's foes lies in;
// bosses don't count. It is what the usual number of foes of that depth costs.
func FoeBudget(depth int) (lo, hi int) {
	cost, weight := 0, 0
	for i := range content.Foes {
		if f := &content.Foes[i]; found(f.Depth, f.Last, f.Weight, depth) {
			cost += f.Cost * f.Weight
			weight += f.Weight
		}
	}
	if weight == 0 {
		return 0, 0
	}
	from, to := foeCount(depth)
	return from * cost / weight, to * cost / weight
}

// LootBudget returns the band that the summed Value of what lies on a level
// lies in, counting each stack as often as it has things; keys don't count.
func LootBudget(depth int) (lo, hi int) {
	value, weight := 0, 0
	for i := range content.Items {
		if it := &content.Items[i]; found(it.Depth, it.Last, it.Weight, depth) {
			value += it.Value * it.Weight
			weight += it.Weight
		}
	}
	if weight == 0 {
		return 0, 0
	}
	const from, to = 13, 24 // things of middling value
	return from * value / weight, to * value / weight
}

// found reports whether chance may put a kind with those figures at depth.
func found(first, last, weight, depth int) bool {
	return weight > 0 && first <= depth && (last == 0 || depth <= last)
}
