/** Units: UTF-16 code units, of a value or a name that a message quotes. */
const maxQuotedLength = 100;
/** Units: UTF-16 code units. */
const maxMessageLength = 700;
/** Units: UTF-16 code units; what is looked at of a message of any length. */
const maxReadLength = 4_000;

/** A message with long quoted values and names cut, so that what a caller sends is not sent back whole. */
export function shortenMessage(message: string): string {
  if (message.length <= maxQuotedLength) return message;
  const read =
    message.length <= maxReadLength
      ? message
      : `${message.slice(0, maxReadLength - 500)}${message.slice(-500)}`;
  const cut = read
    .replace(/"[^"]{101,}"/g, (quoted) => `"${quoted.slice(1, maxQuotedLength + 1)}…"`)
    .replace(/[^\s"]{101,}/g, (word) => `${word.slice(0, maxQuotedLength)}…`);
  return cut.length <= maxMessageLength ? cut : `${cut.slice(0, maxMessageLength)}…`;
}
