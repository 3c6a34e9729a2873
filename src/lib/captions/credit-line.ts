import { phraseOf, type WordToken, tokensOf } from '../phrases';
import { countWords } from '../text';
import { creditPhrasesOf } from './credit-words';

/** The longest credit, in words: a photographer, a pool and an agency fit. */
const creditMaxWords = 10;

/** The longest label before a name and the longest agency's name, in words. */
const labelMaxWords = 3;
const agencyMaxWords = 4;

const captionMinWords = 2;

/** A longer line is no caption, in UTF-16 code units; and how far back capitals are looked for. */
const lineMaxLength = 1500;
const tailLength = 160;

/** The longest name before a sign that only credits have, in UTF-16 code units. */
const signedMaxLength = 24;

const afterLabel = /^\s*(?::|\uFF1A|\.{3}|\u2026|\/|=|\uFF1D)\s*/u;
const trailers = /\s*(?:purchase licensing rights.*|,?\s*opens new tab)$/iu;
const edges =
  /^[\s|/.,;:\u060C\u3002\u00B7\u2022\u2013\u2014=\uFF1D-]+|[\s|/,;:\u060C\u00B7\u2022\u2013\u2014=\uFF1D-]+$/gu;
/** A space must follow most marks, or 'well-known' would come apart. */
const breaks =
  /[.!?\u2026\u3002\uFF01\uFF1F\u061F]["”»’)]*\s*|\s*[|\u00B7\u2022]\s*|\s+[-\u2013\u2014/]\s*|[\uFF1D=]/gu;
const nameWord = /^[\p{Lu}\p{Lt}\p{Lo}\p{N}«"“(]/u;
const particles =
  /^(?:and|by|da|de|del|der|di|el|en|et|for|of|para|pour|ve|via|von|y|und|the|al)$/iu;
const copyright = /^(.*?)\s*\u00A9\s*(\P{N}{2,80})$/su;
const upperTail =
  /[.!?»”"\u2026]\s?((?:\p{Lu}[\p{Lu}\p{M}.'’-]*|«[^»]{1,40}»)(?:[\s/,&-]+(?:\p{Lu}[\p{Lu}\p{M}.'’-]*|«[^»]{1,40}»|\(\p{Lu}[^)]{0,30}\)))+)$/u;
const hasLower = /\p{Ll}/u;
const han = /\p{Script=Han}/u;

const labels = creditPhrasesOf('credit');
const agencies = creditPhrasesOf('agencies');
const hanAgencies = [...agencies].filter((agency) => han.test(agency));
const creditEnds = [...creditPhrasesOf('creditEnds')].sort(
  (one, other) => other.length - one.length,
);
const sourceLabels = creditPhrasesOf('sourceLabels');
const imageSources = creditPhrasesOf('imageSources');
const imageCaptions = creditPhrasesOf('imageCaptions');

/** A caption and the credit that it ends in, without the words that mark it. */
export interface Credited {
  readonly caption: string;
  readonly credit: string;
}

type Reader = (text: string) => Credited | null;

/**
 * Reads a line that ends in a credit without brackets: '… Photo: Reuters', '… © AFP', '… - أ ف ب'.
 *
 * Shape: `caption` is '' where the line is a credit alone; null for any other line.
 */
export function readCredit(text: string): Credited | null {
  if (text.length > lineMaxLength) return null;
  const line = text.replace(trailers, '').trim();
  for (const read of readers) {
    const found = read(line);
    if (found !== null) return clean(found);
  }
  return null;
}

/** Whether a bracket's text credits somebody: a known agency or a word of credits is in it. */
export function namesSource(text: string): boolean {
  const phrase = phraseOf(text);
  if (agencies.has(phrase) || labels.has(phrase)) return true;
  const tokens = tokensOf(text);
  if (tokens.some((_, index) => agencyAt(tokens, index) > 0)) return true;
  if (tokens.some((_, index) => labelEnd(tokens, index) > 0 && tokens.length > 1)) return true;
  return isHanCredit(text);
}

/** Whether a line is an agency's name and nothing else. */
export function isAgency(text: string): boolean {
  return agencies.has(phraseOf(text));
}

/** Whether a line begins with a word of credits: 'Photo by …'. */
export function beginsWithCreditLabel(text: string): boolean {
  return labelEnd(tokensOf(text), 0) > 0;
}

/** The text after the label of a line that holds an image's source alone; null for other lines. */
export function readImageSource(text: string): string | null {
  return afterListedLabel(text, imageSources);
}

/** The text after the label of a line that holds an image's caption alone; null for other lines. */
export function readImageCaption(text: string): string | null {
  return afterListedLabel(text, imageCaptions);
}

/** Takes a word such as 'Photo:' from the beginning of a credit. */
export function withoutCreditLabel(text: string): string {
  const tokens = tokensOf(text);
  const end = labelEnd(tokens, 0);
  const last = tokens[end - 1];
  if (last === undefined || end === 0) return text;
  const label = tokens
    .slice(0, end)
    .map(({ folded }) => folded)
    .join(' ');
  if (agencies.has(label)) return text;
  const rest = text.slice(last.end);
  return /^\s*[:\uFF1A]/u.test(rest) ? rest.replace(afterLabel, '') : text;
}

const readers: readonly Reader[] = [
  readCopyright,
  readLabelled,
  readEndSign,
  readAgencyTail,
  readUpperTail,
];

function readCopyright(text: string): Credited | null {
  const [, caption = '', credit = ''] = copyright.exec(text) ?? [];
  return credit !== '' && countWords(credit) <= creditMaxWords ? { caption, credit } : null;
}

/** '… Photo: Reuters': a word of credits, a colon, and a short name to the end of the line. */
function readLabelled(text: string): Credited | null {
  const tokens = tokensOf(text);
  const from = Math.max(0, tokens.length - creditMaxWords - labelMaxWords);
  for (let index = from; index < tokens.length; index += 1) {
    const end = labelEnd(tokens, index);
    const last = tokens[end - 1];
    const first = tokens[index];
    if (end === 0 || last === undefined || first === undefined) continue;
    const label = phraseOf(text.slice(first.start, last.end));
    const rest = text.slice(last.end);
    const isMarked = afterLabel.test(rest) || / (?:by|de|of|von)$/u.test(label);
    const credit = rest.replace(afterLabel, '').trim();
    if (!isMarked || !isName(credit)) continue;
    const caption = text.slice(0, first.start);
    if (index === 0 && (sourceLabels.has(label) || !isSureName(credit))) continue;
    if (index > 0 && !isApart(caption)) continue;
    return { caption, credit };
  }
  return null;
}

/** A sign that closes East Asian credits: '新华社记者 李四 摄', '田中花子撮影'. */
function readEndSign(text: string): Credited | null {
  const sign = creditEnds.find((end) => end !== '' && text.endsWith(end));
  if (sign === undefined || !han.test(text)) return null;
  const body = text.slice(0, -sign.length);
  const breaksAt = Math.max(body.lastIndexOf('。'), body.lastIndexOf('＝'), body.lastIndexOf('='));
  const agency = hanAgencies
    .map((name) => body.lastIndexOf(name))
    .reduce((a, b) => Math.max(a, b), -1);
  const space = body.trimEnd().lastIndexOf(' ');
  const start = breaksAt >= 0 ? breaksAt + 1 : agency > 0 ? agency : space;
  const credit = body.slice(Math.max(0, start)).trim();
  const isShort = credit.length > 0 && credit.length <= signedMaxLength;
  const isLong = sign.length > 1 || sign === '摄';
  return isShort && isLong ? { caption: body.slice(0, Math.max(0, start)), credit } : null;
}

/** '… Monday. Jane Roe/Getty Images', '… - أ ف ب', '… REUTERS/Jane Roe'. */
function readAgencyTail(text: string): Credited | null {
  const ends = Array.from(text.matchAll(breaks), (match) => match.index + match[0].length);
  for (const end of ends.slice(-3)) {
    const credit = text.slice(end).trim();
    const caption = text.slice(0, end);
    // 'بغداد - وكالات' is a byline: a caption says more than a town.
    if (isAgencyName(credit) && (han.test(text) || countWords(caption) >= captionMinWords))
      return { caption, credit };
  }
  const tokens = tokensOf(text);
  for (let index = Math.max(0, tokens.length - creditMaxWords); index < tokens.length; index += 1) {
    const length = agencyAt(tokens, index);
    const last = tokens[index + length - 1];
    if (length === 0 || last === undefined || text.charAt(last.end) !== '/') continue;
    const start = tokens[index]?.start ?? 0;
    const credit = text.slice(start);
    if (isName(credit) && isCapitalized(credit)) return { caption: text.slice(0, start), credit };
  }
  return isAgencyName(text) && !text.includes(' - ') ? { caption: '', credit: text } : null;
}

/** '….JUAN PÉREZ': capitals after the end of a sentence, where the caption has small letters. */
function readUpperTail(text: string): Credited | null {
  const credit = upperTail.exec(text.slice(-tailLength))?.[1];
  if (credit === undefined || countWords(credit) > creditMaxWords) return null;
  const caption = text.slice(0, -credit.length);
  return hasLower.test(caption) ? { caption, credit } : null;
}

function clean({ caption, credit }: Credited): Credited {
  return { caption: caption.replace(edges, '').trim(), credit: credit.replace(edges, '').trim() };
}

function isName(text: string): boolean {
  const words = countWords(text);
  return words > 0 && words <= creditMaxWords && nameWord.test(text) && !/[!?؟:]/u.test(text);
}

/** Without a caption before it, only an agency or a name in capitals makes a line a credit. */
function isSureName(text: string): boolean {
  return (
    namesSource(text) || (isCapitalized(text) && countWords(text) <= 4 && !/[.؟!]$/u.test(text))
  );
}

/** A label in running text is a word like any other: it needs a mark or a space of its own before. */
function isApart(caption: string): boolean {
  return /(?:^|[\s|/.,;()\u060C\u3002\u00B7\u2022\u2013\u2014=\uFF1D-])$/u.test(caption);
}

function isCapitalized(text: string): boolean {
  return text
    .split(/[\s/,&]+/u)
    .filter((word) => word !== '')
    .every((word) => nameWord.test(word) || particles.test(word) || !/\p{L}/u.test(word));
}

/** A short run of capitalized words with an agency in it. */
function isAgencyName(text: string): boolean {
  const tokens = tokensOf(text);
  if (tokens.length === 0 || tokens.length > creditMaxWords) return false;
  if (agencies.has(phraseOf(text))) return true;
  if (!isCapitalized(text) || /[.!?؟:]$/u.test(text)) return false;
  const hasAgency = tokens.some((_, index) => agencyAt(tokens, index) > 0);
  // Where a script has no capitals, only a stroke or 'via' sets a name and its agency apart.
  return hasAgency && (/\p{Lu}/u.test(text) || text.includes('/'));
}

/** How many words the agency's name has that begins at a word; 0 where none does. */
function agencyAt(tokens: readonly WordToken[], index: number): number {
  return phraseAt(tokens, index, agencies, agencyMaxWords);
}

/** The index after a label that begins at a word; 0 where none does. */
function labelEnd(tokens: readonly WordToken[], index: number): number {
  const length = phraseAt(tokens, index, labels, labelMaxWords);
  return length === 0 ? 0 : index + length;
}

function phraseAt(
  tokens: readonly WordToken[],
  index: number,
  phrases: ReadonlySet<string>,
  maxWords: number,
): number {
  for (let length = Math.min(maxWords, tokens.length - index); length > 0; length -= 1) {
    const words = tokens.slice(index, index + length).map(({ folded }) => folded);
    if (phrases.has(words.join(' '))) return length;
  }
  return 0;
}

function isHanCredit(text: string): boolean {
  if (!han.test(text)) return false;
  const phrase = phraseOf(text);
  return (
    hanAgencies.some((agency) => phrase.includes(agency)) ||
    creditEnds.some((end) => phrase.endsWith(end))
  );
}

function afterListedLabel(text: string, listed: ReadonlySet<string>): string | null {
  const end = text.search(/[,:\u060C\uFF0C\uFF1A]/u);
  if (end <= 0 || !listed.has(phraseOf(text.slice(0, end)))) return null;
  const rest = text.slice(end + 1).trim();
  return rest === '' ? null : rest;
}
