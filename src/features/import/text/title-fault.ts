import { phraseOf } from '../../../lib/phrases';
import { countWords } from '../../../lib/text';
import { readByline } from './byline-line';
import { endsSentence } from './line-shapes';
import { readReadingTime } from './reading-time-line';
import type { PageReading } from './rule';

/** A headline may end in a full stop, and may be long, but not both, nor longer than this. */
const sentenceMaxWords = 20;
const titleMaxWords = 50;

/** The longest name after 'By' in a first line that is taken for a byline, in words. */
const nameMaxWords = 4;

const questionOrCry = /[?!\u061F\uFF1F\uFF01]\P{L}*$/u;

/** Says why the line at an index cannot be the title, in English; null for one that can. */
export function titleFaultOf({ lines, roles }: PageReading, index: number): string | null {
  const text = lines[index]?.text ?? '';
  if (roles[index] === 'reading-time') return 'it states a reading time';
  if (isByline(text, lines[index + 1]?.text ?? '')) return 'it names the writer';
  return isParagraph(text) ? 'it is a paragraph' : null;
}

function isParagraph(text: string): boolean {
  const words = countWords(text);
  if (words > titleMaxWords) return true;
  return words > sentenceMaxWords && endsSentence(text) && !questionOrCry.test(text);
}

/** A first line is a byline when the reading time below it repeats its name, or it says 'By'. */
function isByline(text: string, below: string): boolean {
  const byline = readByline(text);
  const time = readReadingTime(below);
  if (time !== null && time.name !== null && phraseOf(time.name) === phraseOf(byline?.name ?? text))
    return true;
  if (byline === null || countWords(byline.name) > nameMaxWords) return false;
  return byline.isCertain || (time?.saysReading ?? false);
}
