import { isAgency } from '../../../lib/captions';
import { phraseOf, tokensOf, type WordToken } from '../../../lib/phrases';
import { countWords } from '../../../lib/text';
import { isDateLine } from './date-line';
import { isNavigation } from './furniture-line';
import { phrasesOf } from './words';

/** The longest name after 'By', in words: two reporters and their town. */
const nameMaxWords = 10;

/** The longest date with a name behind it, in words. */
const datedMaxWords = 20;

/** What stands before a name and means nothing but 'written by'. */
const by = phrasesOf('by');

/** The verb that stands before a name, but also begins other lines: 'كتب جديدة'. */
const wrote = phrasesOf('wrote');

/** Nouns that credit a name only with a colon between: 'إعداد: فلان'. */
const labels = phrasesOf('writerLabels');

const desks = phrasesOf('desks');

/** Words for the work of writers; the particles among them are none by themselves. */
const jobs = phrasesOf('jobs');
const jobFillers = new Set(['in', 'at', 'staff', 'senior', 'affairs', 'political']);
const jobMaxWords = 8;

/** The longest town, name or agency of an agency's dateline, in words. */
const datelineMaxWords = 4;

const digit = /\p{Nd}/u;
/** 'عمان 11 حزيران (بترا) - سهى العمري' */
const signedDateline = /^(.{5,60}\))\s*[-\u2013\u2014]+\s*(\p{L}[^\p{N}.!?]{2,40})$/u;
/** 'Jane Doe in London and Max Roe in Paris' */
const inTowns =
  /^\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,3} in \p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+)?(?:(?:,? and|,) \p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,3} in \p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+)?){0,3}$/u;
const separator = /\s[\u2014\u2013\u00B7\u2022]\s/u;
const personName = /^\p{L}[\p{L}\p{M}.'’-]*(?: \p{L}[\p{L}\p{M}.'’-]*){1,3}$/u;

const gap = /^\s*[:\uFF1A/|-]?\s*/u;
const colon = /^\s*[:\uFF1A/|-]/u;

/** How a name begins: with a capital, where the script has any. 'By the numbers' names nobody. */
const nameBeginning = /^[\p{Lu}\p{Lt}\p{Lo}]/u;

/** A credited name, and whether the words before it can mean nothing else. */
export interface Byline {
  readonly name: string;
  readonly isCertain: boolean;
}

/**
 * Reads a line that credits a name in words: 'By Jane Doe', 'كتب فريق التحرير', 'إعداد: فلان'.
 *
 * Shape: the name without these words; null for any other line.
 */
export function readByline(text: string): Byline | null {
  const dateline = readDateline(text);
  if (dateline !== null) return { name: dateline, isCertain: true };
  if (inTowns.test(text)) return { name: text, isCertain: false };
  if (separator.test(text)) return readParts(text);
  return text.includes('|') ? readBesideDate(text) : readPart(text);
}

/**
 * Reads the line that an agency sets above its text: 'رام الله / أحمد علي / الأناضول', 'عرعر 5 ذو
 * الحجة 1445 هـ واس'.
 *
 * Shape: the writer's name, or the agency's where it names no writer; null for any other line.
 */
export function readDateline(text: string): string | null {
  const parts = text.split(/\s*\/\s*/u);
  const [, name = '', agency = ''] = parts;
  const areShort = parts.every((part) => part !== '' && countWords(part) <= datelineMaxWords);
  if (parts.length === 3 && areShort && isAgency(agency) && !digit.test(text)) return name;
  const signed = signedDateline.exec(text);
  if (signed?.[2] !== undefined && readDateline(signed[1] ?? '') !== null) return signed[2];
  const tokens = tokensOf(text);
  const last = tokens.at(-1);
  if (last === undefined || tokens.length > datedMaxWords || !digit.test(text)) return null;
  const end = text.slice(last.start);
  if (!isAgency(end)) return null;
  const isDated = [0, 1, 2].some((words) =>
    // Agencies leave the year out.
    isDateLine(`${text.slice(tokens[words]?.start ?? 0, last.start)} 2024`),
  );
  return isDated ? end : null;
}

/** 'Reviewed by Jane Doe — Written by Max Roe — Updated on June 11, 2024' */
function readParts(text: string): Byline | null {
  const parts = text.split(separator).filter((part) => part !== '');
  const bylines = parts.flatMap((part) => readPart(part) ?? []);
  const others = parts.filter((part) => readPart(part) === null && !isDateLine(part));
  return others.length === 0
    ? (bylines.find(({ isCertain }) => isCertain) ?? null)
    : readPart(text);
}

/** Whether a line says what a writer does, and no more: 'كاتب وروائي من الأردن'. */
export function isJobLine(text: string): boolean {
  const [first, ...others] = tokensOf(text.replace(/^[*\s]+/u, ''));
  const count = others.length + 1;
  if (first === undefined || count > jobMaxWords || digit.test(text) || /[.!?؟]$/u.test(text))
    return false;
  const isLatin = /\p{Lu}/u.test(text);
  const words = [first, ...others].map(({ folded }) => folded);
  if (!isLatin) return jobs.has(first.folded) && count > 1;
  const own = text.split(/\s(?:in|at|for|on)\s|,/u)[0] ?? '';
  const last = tokensOf(own).at(-1)?.folded ?? '';
  return jobs.has(last) && !jobFillers.has(last) && words.length > 1;
}

/** 'June 11, 2024 | By Jane Doe |': a line of several parts, of which all others are dates. */
function readBesideDate(text: string): Byline | null {
  const parts = text
    .split('|')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const others = parts.filter((part) => !isDateLine(part));
  const [only = ''] = others;
  const isBeside = others.length === 1 && others.length < parts.length;
  if (!isBeside) return readPart(text);
  const isPerson = personName.test(only) && nameBeginning.test(only) && !isNavigation(only);
  return readPart(only) ?? (isPerson ? { name: only, isCertain: false } : null);
}

function readPart(text: string): Byline | null {
  const tokens = tokensOf(text);
  for (const length of [3, 2, 1]) {
    if (length > tokens.length) continue;
    const lead = tokens.slice(0, length);
    const phrase = lead.map((token) => token.folded).join(' ');
    const rest = text.slice(lead.at(-1)?.end);
    const isCertain = by.has(phrase);
    const isCredit = isCertain || wrote.has(phrase) || (labels.has(phrase) && colon.test(rest));
    const name = rest.replace(gap, '');
    if (isCredit && isName(name)) return { name, isCertain };
  }
  return readAfterDate(text, tokens);
}

/** 'Posted on June 11, 2024 by Jane Doe' */
function readAfterDate(text: string, tokens: readonly WordToken[]): Byline | null {
  const index = tokens.findIndex(({ folded }, at) => at > 0 && by.has(folded));
  const token = tokens[index];
  if (token === undefined || tokens.length > datedMaxWords) return null;
  const name = text.slice(token.end).replace(gap, '');
  return isName(name) && isDateLine(text.slice(0, token.start)) ? { name, isCertain: true } : null;
}

function isName(text: string): boolean {
  return nameBeginning.test(text) && countWords(text) <= nameMaxWords;
}

/** Whether a line is a writer who is no person, such as a desk, and nothing else. */
export function isDesk(text: string): boolean {
  return desks.has(phraseOf(text));
}
