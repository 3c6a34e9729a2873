/** What ends a script element or opens a comment in it, and line ends that JavaScript once refused. */
const unsafe = /[<>&\u2028\u2029]/g;

/**
 * A value as JSON that may stand inside a script element of a page as it is.
 * Shape: what would end the element is escaped, so the text parses to the same value.
 * Source: the HTML standard, 4.12.1.3 (restrictions for contents of script elements).
 */
export function writeScriptSafeJson(value: object): string {
  return JSON.stringify(value).replace(
    unsafe,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
