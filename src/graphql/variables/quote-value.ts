import { redactEmails } from '../../lib/redact';

/** Units: UTF-16 code units. */
export const maxQuotedLength = 100;
/** Units: UTF-16 code units; what is looked at of a text of any length. */
const maxReadLength = 1_000;
/** Fields or items looked at; more could not fit. */
const maxParts = 20;

/**
 * A value as an error message quotes it: short, whatever the value holds.
 * Cost: bounded; a value of any size is read only as far as it is quoted.
 */
export function quoteValue(value: unknown): string {
  const text = write(value, 2);
  return text.length <= maxQuotedLength ? text : `${text.slice(0, maxQuotedLength)}…`;
}

/** Redacts before it cuts: half an address is one that nothing recognizes any more. */
function withoutEmails(text: string): string {
  const read =
    text.length <= maxReadLength ? text : text.slice(0, maxReadLength).replace(/\S*$/, '');
  return redactEmails(read).slice(0, maxQuotedLength + 1);
}

function write(value: unknown, depth: number): string {
  if (typeof value === 'string') return JSON.stringify(withoutEmails(value));
  if (typeof value !== 'object' || value === null) return String(value);
  if (depth === 0) return Array.isArray(value) ? '[Array]' : '[Object]';
  if (Array.isArray(value)) {
    const items = value.slice(0, maxParts).map((item) => write(item, depth - 1));
    return `[${items.join(', ')}]`;
  }
  const parts: string[] = [];
  for (const [name, field] of Object.entries(value).slice(0, maxParts)) {
    parts.push(`${name.slice(0, maxQuotedLength)}: ${write(field, depth - 1)}`);
  }
  return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`;
}
