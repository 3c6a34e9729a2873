import type { GraphQLFormattedError } from 'graphql';
import type { ErrorCode } from '../errors';

/** Units: bytes of JSON that a UTF-16 code unit takes at most, as `\u0000` does. */
const maxBytesPerUnit = 6;
const code: ErrorCode = 'ANSWER_TOO_LARGE';

/**
 * Whether an answer is at most `maxBytes` long as JSON in UTF-8.
 * Cost: a walk over the answer that ends at the bound; the text itself is written only for an
 * answer that is near it.
 */
export function fitsInto(answer: unknown, maxBytes: number): boolean {
  const units = countUnits(answer, maxBytes);
  if (units > maxBytes) return false;
  return (
    units * maxBytesPerUnit <= maxBytes || Buffer.byteLength(JSON.stringify(answer)) <= maxBytes
  );
}

/** The error in place of an answer that is larger than MAX_ANSWER_BYTES. */
export function describeAnswerExcess(maxBytes: number): GraphQLFormattedError {
  return {
    message: `The answer is larger than ${maxBytes} bytes. Ask for smaller pages with "first" or "last", or for fewer fields. A mutation has been executed`,
    extensions: { code },
  };
}

/**
 * UTF-16 code units of a date's JSON, as `Date.prototype.toISOString` writes it. Writing it takes
 * longer than counting the rest of a comment, and a page holds dozens of dates.
 */
function countDateUnits(date: Date): number {
  const year = date.getUTCFullYear();
  if (Number.isNaN(year)) return 'null'.length;
  const hasFourDigits = year >= 0 && year <= 9_999;
  return (hasFourDigits ? '"2024-06-12T09:00:00.000Z"' : '"+012024-06-12T09:00:00.000Z"').length;
}

/** UTF-16 code units of a value's JSON, before texts are escaped; counts on no further than `limit`. */
function countUnits(value: unknown, limit: number): number {
  if (typeof value === 'string') return value.length + 2;
  if (typeof value === 'number') return String(value).length;
  if (typeof value !== 'object' || value === null) return 4;
  if (Array.isArray(value)) {
    let count = 1;
    for (const item of value) {
      count += countUnits(item, limit - count) + 1;
      if (count > limit) return count;
    }
    return Math.max(2, count);
  }
  if (value instanceof Date) return countDateUnits(value);
  let count = 1;
  const fields = value as Readonly<Record<string, unknown>>;
  for (const name of Object.keys(fields)) {
    const field = fields[name];
    // A skipped field is undefined in a compiled query's answer, and not in its JSON.
    if (field === undefined) continue;
    count += name.length + 4 + countUnits(field, limit - count);
    if (count > limit) return count;
  }
  return Math.max(2, count);
}
