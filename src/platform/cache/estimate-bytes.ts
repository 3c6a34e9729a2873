/** Units: bytes of a slot, and of what V8 puts in front of an object or a text. */
const slot = 8;
const head = 24;

/**
 * About how much memory a value of plain data takes; what is shared within it counts each time.
 * Units: bytes. A text counts two for each UTF-16 unit, as Arabic takes.
 */
export function estimateBytes(value: unknown): number {
  if (typeof value === 'string') return head + 2 * value.length;
  if (typeof value !== 'object' || value === null) return slot;
  const parts: readonly unknown[] = Array.isArray(value) ? value : Object.values(value);
  return parts.reduce<number>((sum, part) => sum + slot + estimateBytes(part), head);
}
