/**
 * An address by where it begins and ends, for any text around it.
 *
 * Each run of letters is looked at once from its own beginning (the look-behind), so that a long
 * text without an address costs no more than its length. Two things with an @ in a stack trace are
 * no addresses: a scope, as in `node_modules/@scope/name`, and a version, as in `name@1.0.0`, which
 * has no letter behind the @.
 * Source: RFC 5321, 4.1.2, wider: a local part may hold any letter, and a domain need have no dot.
 */
const letter = String.raw`[^\s@"<>()[\]\\,;:]`;
const domainLetter = String.raw`[^\s@"'\x60<>()[\]{},;:=\\/]`;
const domain = String.raw`(?=${domainLetter}*\p{L})${domainLetter}+`;
/** One that follows without a gap is taken out with it. */
const address = String.raw`${letter}+(?<!node_modules\/)@${domain}(?:${letter}*@${domain})*`;

const inText = new RegExp(`(?<!${letter})${address}`, 'gu');

/** In JSON a letter behind a backslash belongs to an escape, which must stay whole. */
const escapes = String.raw`(?<!\\)(?:\\(?:u[\da-fA-F]{4}|[^u]))+`;
const inJson = new RegExp(String.raw`(${escapes}|(?<!${letter}|\\))${address}`, 'gu');

/**
 * The text with every e-mail address taken out.
 * Shape: what stands in its place is `[e-mail]`.
 * Cost: linear.
 */
export function redactEmails(text: string): string {
  return text.includes('@') ? text.replace(inText, '[e-mail]') : text;
}

/**
 * A line of JSON with every e-mail address taken out of its texts.
 * Shape: the line is JSON still, with `[e-mail]` in the addresses' places.
 * Cost: linear.
 */
export function redactEmailsInJson(line: string): string {
  return line.includes('@') ? line.replace(inJson, '$1[e-mail]') : line;
}
