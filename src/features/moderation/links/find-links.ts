import { parse } from 'tldts';
import {
  type FoldedText,
  foldSpelling,
  foldText,
  foldWithMap,
  originalRange,
} from '../../../lib/text';
import { sentenceStarters } from './sentence-starters';

/** A place in a text. Units: UTF-16 code units, half-open. */
export interface LinkPlace {
  readonly start: number;
  readonly end: number;
}

/** Without one of these there is no link: dots and slashes of any width, and words for a dot. */
const mayHoldLink =
  /[./\\:\u00B7\u06D4\u2022\u2024\u2027\u2219\u22C5\u2E31\u3002\u30FB\uFE52\uFF0E\uFF0F\uFF1A\uFF61\uFF65]|\bdot\b|نقطة|دوت/iu;

const labelPattern = String.raw`[\p{L}\p{N}\p{M}_-]+`;
const cjk = String.raw`\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}`;
/**
 * A full stop, also in brackets or as a word, the ideographic one unless it stands within Chinese or
 * Japanese, and what looks like one between Latin letters.
 */
const dot = String.raw`(?:\.| ?[\[({<] ?(?:\.|dot|نقطه|دوت) ?[\])}>] ?|\u3002(?![${cjk}])|(?<=[^${cjk}])\u3002|(?<=[a-z\d])[\u00B7\u06D4\u2022\u2027\u2219\u22C5\u2E31\u30FB](?=[a-z]))`;
const scheme = String.raw`(?<![\p{L}\p{N}+.-])(?:[a-z][a-z\d+.-]{1,20}:[/\\]{2,}|h[tx]{2}ps?:[/\\]|mailto:)(?:(?!h[tx]{2}ps?:[/\\])[^\s])+`;
const www = String.raw`(?<![\p{L}\p{N}])www\d?\.[^\s]+`;
const spoken = String.raw`(?<![\p{L}\p{N}])[\p{L}\p{N}-]+ (?:dot|نقطه|دوت) (?:com|net|org|info|io|ru|كوم|نت)(?![\p{L}\p{N}])`;
const bare = String.raw`(?<![@\p{L}\p{N}\p{M}_-])(?<![\p{L}\p{N}\p{M}_-]\.)(?<host>${labelPattern}(?:${dot}${labelPattern})+)(?<rest>\.?(?::\d{1,5})?[/\\?#][^\s]*|:\d{2,5})?`;
const link = new RegExp(`${scheme}|${www}|${bare}|${spoken}`, 'gu');
const everyDot = new RegExp(dot, 'gu');

const wordBeforePattern = /(?<letter>\p{L})[\p{M}'’"”»)]*[ ]$/u;
const wordBehindPattern = /^[,;]? (?<letter>\p{L})/u;

/**
 * Finds the links of a text, written out, hidden or bare.
 *
 * Shape: in the text's order. Whatever has a scheme or `www.` is a link; a bare name is one where
 * the public suffix list knows how it ends, as is an IPv4 address. A full stop without its space
 * ('a good article.me and my wife') makes none: where a bare name ends in a word with which a
 * sentence may begin and stands amid words of its script, it is read as two sentences.
 * Cost: linear; stops where the caller does.
 * Source: publicsuffix.org, as the package tldts ships it.
 */
export function* findLinks(text: string): Generator<LinkPlace> {
  if (!mayHoldLink.test(text)) return;
  // The fold takes out what is put inside to hide a link, and knows full-width letters.
  const folded = foldWithMap(text);
  for (const { 0: found, index, groups } of folded.folded.matchAll(link)) {
    const { host, rest } = groups ?? {};
    const place = originalRange(folded, index, index + found.length);
    if (host === undefined || isLink(text, folded, index, host, rest ?? '')) yield place;
  }
}

function isLink(
  text: string,
  { folded, ...map }: FoldedText,
  index: number,
  host: string,
  rest: string,
): boolean {
  const end = index + host.length;
  const isEmailAddress = folded.charAt(end + rest.length) === '@';
  if (isEmailAddress) return false;
  const range = originalRange({ folded, ...map }, index, end);
  const written = text.slice(range.start, range.end);
  const name = foldSpelling(written).replace(everyDot, '.');
  const { isIp, isIcann, domain, publicSuffix, domainWithoutSuffix } = parse(name, {
    extractHostname: false,
  });
  if (isIp === true) return true;
  if (isIcann !== true || domain === null) return false;
  const isMeant = rest !== '' || isHidden(host) || /[/\\]{2}$/u.test(folded.slice(0, index));
  if (isMeant) return true;
  return !isTwoSentences({
    label: domainWithoutSuffix ?? '',
    suffix: publicSuffix ?? '',
    written,
    before: folded.slice(Math.max(0, index - contextUnits), index),
    behind: text.slice(range.end, range.end + contextUnits),
  });
}

/** Enough to see the word before and the letter behind. */
const contextUnits = 8;

interface BareName {
  readonly label: string;
  readonly suffix: string;
  readonly written: string;
  readonly before: string;
  readonly behind: string;
}

function isTwoSentences({ label, suffix, written, before, behind }: BareName): boolean {
  if (!sentenceStarters.has(foldText(suffix))) return false;
  if (/^\p{N}+$/u.test(label)) return true;
  if (!/^[\p{L}\p{M}]+$/u.test(label)) return false;
  const lastPart = written.slice(written.lastIndexOf('.') + 1);
  if (/^\p{Lu}\p{Ll}*$/u.test(lastPart) && !/^\p{Lu}\p{Lu}/u.test(written)) return true;
  const wordBefore = wordBeforePattern.exec(before)?.groups?.['letter'];
  const isBeforeAlike =
    wordBefore === undefined
      ? before.trim() === '' && /^\p{Lu}/u.test(written)
      : isOfSameScript(wordBefore, written);
  const wordBehind = wordBehindPattern.exec(behind)?.groups?.['letter'];
  if (!isBeforeAlike || wordBehind === undefined) return false;
  return !/\p{Lu}/u.test(wordBehind) && isOfSameScript(wordBehind, lastPart);
}

function isHidden(host: string): boolean {
  return /[^\p{L}\p{N}\p{M}._-]/u.test(host);
}

function isOfSameScript(letter: string, word: string): boolean {
  return /\p{sc=Arab}/u.test(letter) === /\p{sc=Arab}/u.test(word);
}
