/**
 * Merges two orders that were both made from `base`.
 *
 * Shape: null where both put the sections that all three have into different new orders. What only
 * one side has stands behind what it follows there, that of `theirs` first; what a side has taken out
 * is not missed.
 * Cost: linear.
 */
export function mergeOrder(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
): string[] | null {
  const [former, ours, others] = [new Set(base), new Set(mine), new Set(theirs)];
  const isShared = (id: string) => former.has(id) && ours.has(id) && others.has(id);
  const spine = mergeShared(base.filter(isShared), mine.filter(isShared), theirs.filter(isShared));
  if (spine === null) return null;
  const theirNew = groupByAnchor(theirs, isShared, (id) => !former.has(id));
  const myNew = groupByAnchor(mine, isShared, (id) => !former.has(id));
  const order = [null, ...spine].flatMap((anchor) => [
    ...(anchor === null ? [] : [anchor]),
    ...(theirNew.get(anchor) ?? []),
    ...(myNew.get(anchor) ?? []),
  ]);
  // Both sides can have one that is new here: one that an earlier save had.
  return [...new Set(order)];
}

function mergeShared(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
): readonly string[] | null {
  if (mine.join() === base.join()) return theirs;
  return theirs.join() === base.join() || theirs.join() === mine.join() ? mine : null;
}

/** The new ids of a list, by the shared id that they follow; null: they come before all of these. */
function groupByAnchor(
  ids: readonly string[],
  isShared: (id: string) => boolean,
  isNew: (id: string) => boolean,
): ReadonlyMap<string | null, string[]> {
  const groups = new Map<string | null, string[]>();
  let anchor: string | null = null;
  for (const id of ids) {
    if (isShared(id)) anchor = id;
    else if (isNew(id)) groups.set(anchor, [...(groups.get(anchor) ?? []), id]);
  }
  return groups;
}
