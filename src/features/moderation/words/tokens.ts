/** A word of a folded text. Units: UTF-16 code units of the folded text. */
export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const wordPattern = /[\p{L}\p{N}\p{M}]+/gu;

/** The words of a folded text, in order. */
export function listTokens(folded: string): Token[] {
  return Array.from(folded.matchAll(wordPattern), ({ 0: text, index }) => ({
    text,
    start: index,
    end: index + text.length,
  }));
}
