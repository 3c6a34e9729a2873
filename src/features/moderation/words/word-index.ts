import { collapseRepeats, isCertainStretchOf, isStretchOf } from '../../../lib/text';
import { type Affixes, listAffixes } from './affixes';
import { isEnglishArticle, type ListedWord } from './listed-word';
import type { Token } from './tokens';

/** A listed word that some words of a text may be, and the last of these. */
export interface Candidate {
  readonly entry: ListedWord;
  readonly lastIndex: number;
}

interface Indexed {
  readonly entry: ListedWord;
  readonly first: string;
}

/** Units: letters. */
const maxShortLength = 2;

/** Finds listed words by the words of a text, folded alike. */
export class WordIndex {
  private readonly byFirst = new Map<string, Indexed[]>();

  /** Whether nothing is listed. */
  get isEmpty(): boolean {
    return this.byFirst.size === 0;
  }

  add(entry: ListedWord): void {
    for (const first of entry.tokens[0] ?? []) {
      const key = collapseRepeats(first);
      const known = this.byFirst.get(key);
      if (known === undefined) this.byFirst.set(key, [{ entry, first }]);
      else known.push({ entry, first });
    }
  }

  /** What the words from one on may be, with any affixes; the likeliest first. */
  *findAt(tokens: readonly Token[], index: number): Generator<Candidate> {
    const text = tokens[index]?.text ?? '';
    for (const { entry } of this.findWord(text)) {
      const lastIndex = followPhrase(entry, tokens, index);
      if (lastIndex !== null) yield { entry, lastIndex };
    }
  }

  /** What one word by itself may be: no phrases. */
  *findSingle(text: string): Generator<ListedWord> {
    for (const { entry } of this.findWord(text)) {
      if (entry.tokens.length === 1) yield entry;
    }
  }

  private *findWord(text: string): Generator<Indexed> {
    const collapsed = collapseRepeats(text);
    for (const affixes of listAffixes(collapsed)) {
      for (const key of listStems(collapsed, affixes)) {
        for (const indexed of this.byFirst.get(key) ?? []) {
          if (isWithin(text, indexed.first, affixes)) yield indexed;
        }
      }
    }
  }
}

/** What is left without the affixes; their letters may have run into the word's own equal ones. */
function listStems(collapsed: string, { prefix, suffix }: Affixes): string[] {
  const stem = collapsed.slice(prefix.length, collapsed.length - suffix.length);
  if (prefix === '' && suffix === '') return [stem];
  const before = ['', prefix.slice(-1)];
  const after = ['', suffix.slice(0, 1)];
  return [...new Set(before.flatMap((head) => after.map((tail) => head + stem + tail)))];
}

/** The index of a phrase's last word where its other words follow; null where they do not. */
function followPhrase(
  { tokens: [, ...others] }: ListedWord,
  tokens: readonly Token[],
  start: number,
): number | null {
  let index = start;
  for (const variants of others) {
    index += 1;
    while (isEnglishArticle(tokens[index]?.text ?? '')) index += 1;
    const text = tokens[index]?.text;
    if (text === undefined || !isForm(text, variants)) return null;
  }
  return index;
}

function isForm(text: string, variants: readonly string[]): boolean {
  if (variants.some((variant) => isStretchOf(text, variant))) return true;
  return listAffixes(collapseRepeats(text)).some((affixes) =>
    variants.some((variant) => isWithin(text, variant, affixes)),
  );
}

/** Whether a text is a word with affixes; a doubled letter makes another of a short word: 'سبب'. */
function isWithin(text: string, word: string, { prefix, suffix }: Affixes): boolean {
  const whole = prefix + word + suffix;
  return word.length <= maxShortLength ? isCertainStretchOf(text, whole) : isStretchOf(text, whole);
}
