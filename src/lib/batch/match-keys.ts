/** Items in the order of the keys that asked for them; null where there is none. */
export function matchByKey<Item>(
  keys: readonly string[],
  items: readonly Item[],
  keyOf: (item: Item) => string,
): (Item | null)[] {
  const byKey = new Map(items.map((item) => [keyOf(item), item]));
  return keys.map((key) => byKey.get(key) ?? null);
}

/** For each key its items, in the order given; an empty list where there are none. */
export function groupByKey<Item>(
  keys: readonly string[],
  items: readonly Item[],
  keyOf: (item: Item) => string | null,
): Item[][] {
  const groups = new Map<string, Item[]>(keys.map((key) => [key, []]));
  for (const item of items) {
    const key = keyOf(item);
    if (key !== null) groups.get(key)?.push(item);
  }
  return keys.map((key) => groups.get(key) ?? []);
}
