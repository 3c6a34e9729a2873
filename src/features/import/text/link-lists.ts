import { phraseOf } from '../../../lib/phrases';
import { countWords } from '../../../lib/text';
import { readByline } from './byline-line';
import { isAge, isDateLine } from './date-line';
import {
  isListLabelOfTail,
  isNavigation,
  isPromotionEnd,
  isPromotionStart,
  isTopicLabel,
  isTopicListLabel,
} from './furniture-line';
import { isDatum } from './headings';
import { endsSentence, isBodyLike, isShortQuestion } from './line-shapes';
import { isTagPhrase } from './notice-line';
import { readReadingTime } from './reading-time-line';
import type { Finding, PageReading } from './rule';

/** No list of links is longer. */
const maxItems = 10;

/** The title of another article is seldom shorter, a heading seldom as long; in words. */
const linkMinWords = 4;
const topicMaxWords = 4;
const loneLinkMinWords = 6;
const headingMaxWords = 5;

/** How far above a label the page's own lines are looked for. */
const nearLines = 40;

/** A box that invites to a newsletter has so many lines at most. */
const promotionMaxLines = 6;

/** The longest title in a list that numbers its items, in words. */
const itemMaxWords = 25;

/** The last item is a heading where it is so much shorter than the others, in words. */
const headingGap = 2;

const digit = /\p{Nd}/u;
/** A place in a list or a time of day, which stands above its link. */
const number = /^\p{Nd}{1,2}\p{P}?$|^\p{Nd}{1,2}[:.]\p{Nd}{2}$/u;
const score = /\p{Nd}\s*[-\u2013:\u2212]\s*\p{Nd}/u;
const listPosition = /^(?:list|قائمة) \p{Nd}+ (?:of|من) \p{Nd}+$/iu;

const doubt = 'it stands below a label of links, but may be the article’s';

interface LinkList {
  readonly items: readonly number[];
  /** What stands below: the article's text, more of the page's machinery, or nothing. */
  readonly end: 'body' | 'furniture' | 'none';
}

/**
 * Finds the lists of other articles below their labels.
 *
 * Shape: a list is one only where the article's text or more machinery follows. Lines of which
 * that is not sure, such as results of matches, stay open or become paragraphs with a doubt.
 */
export function findLists(page: PageReading): readonly Finding[] {
  const { lines, roles } = page;
  const lastBody = lines.findLastIndex(
    ({ text, furniture }, index) =>
      roles[index] === null && furniture === null && isBodyLike(text) && !isShortQuestion(text),
  );
  return lines.flatMap((line, index) => {
    if (listPosition.test(line.text)) return findWidgetItem(page, index);
    if (isPromotionStart(line.text)) return findPromotion(page, index);
    if (index > lastBody && !line.isListLabel && isTopicListLabel(line.text))
      return judgeWithLabel(page, index, lastBody);
    if (line.isListLabel && (roles[index] === 'furniture' || index > lastBody))
      return judge(page, index, lastBody);
    return index > lastBody && isTopicLabel(line.text) ? judgeTopics(page, index, lastBody) : [];
  });
}

/** Within the text, two names of sections in a row stand above the title of another article. */
export function findInsets(page: PageReading): readonly Finding[] {
  const { lines, roles } = page;
  const isBody = (index: number) => roles[index] === null && isBodyLike(lines[index]?.text ?? '');
  const first = lines.findIndex((_, index) => isBody(index));
  const isLink = (index: number) =>
    index > first &&
    first >= 0 &&
    ['furniture', null].includes(roles[index] ?? null) &&
    isNavigation(lines[index]?.text ?? '');
  const isEnd = (text: string) => endsSentence(text) || isDatum(text);
  return lines.flatMap((_, index) => {
    if (!isLink(index) || !isLink(index - 1) || !isEnd(lines[index - 2]?.text ?? '')) return [];
    const below = lines[index + 1];
    const isTitle =
      below !== undefined &&
      roles[index + 1] === null &&
      !isBodyLike(below.text) &&
      countWords(below.text) >= linkMinWords &&
      isBody(index + 2);
    return isTitle ? asFurniture([index - 1, index, index + 1]) : [];
  });
}

/** Below 'Tags' stand words, and below them more machinery. */
function judgeTopics(page: PageReading, label: number, lastBody: number): readonly Finding[] {
  const { items, end } = readList(page, label, lastBody);
  const areTopics = items.every((index) => {
    const text = page.lines[index]?.text ?? '';
    return countWords(text) <= topicMaxWords && !score.test(text);
  });
  const hasNumbers = items.filter((index) => digit.test(page.lines[index]?.text ?? '')).length;
  const isSure =
    isTagPhrase(phraseOf(page.lines[label]?.text ?? '')) ||
    hasFurnitureAbove(page, label, lastBody);
  const isTail = end === 'furniture' || (end === 'none' && isSure);
  return areTopics && hasNumbers * 2 <= items.length && isTail ? asFurniture(items) : [];
}

/** 'list 1 of 3' stands above one title. */
function findWidgetItem({ lines, roles }: PageReading, index: number): readonly Finding[] {
  const item = lines[index + 1];
  const isItem =
    item !== undefined && roles[index + 1] === null && countWords(item.text) <= itemMaxWords;
  return isItem && item.furniture === null ? [{ index: index + 1, role: 'furniture' }] : [];
}

/** What stands between 'skip past newsletter promotion' and its end, if that is near. */
function findPromotion({ lines }: PageReading, start: number): readonly Finding[] {
  const near = lines.slice(start + 1, start + 2 + promotionMaxLines);
  const length = near.findIndex(({ text }) => isPromotionEnd(text));
  return near.slice(0, Math.max(0, length)).map((_, index) => ({
    index: start + 1 + index,
    role: 'furniture',
  }));
}

/** 'More on Copper' is a label where links stand below. */
function judgeWithLabel(page: PageReading, label: number, lastBody: number): readonly Finding[] {
  const found = judge(page, label, lastBody);
  return found.some(({ role }) => role === 'furniture') ? [...asFurniture([label]), ...found] : [];
}

function judge(page: PageReading, label: number, lastBody: number): readonly Finding[] {
  const { items, end } = readList(page, label, lastBody);
  if (items.length === 0) return [];
  const topics = isTopicLabel(page.lines[label]?.text ?? '')
    ? judgeTopics(page, label, lastBody)
    : [];
  if (topics.length > 0) return topics;
  if (end === 'body') return judgeBeforeBody(page, label, items);
  const isDeep = hasFurnitureAbove(page, label, lastBody);
  const isOfTail = isListLabelOfTail(page.lines[label]?.text ?? '');
  const isTail = end === 'furniture' || isDeep || isOfTail;
  // Deep in the page's own lines even a short one is a link.
  const isSure = (isDeep && (end === 'furniture' || isOfTail)) || (isOfTail && end === 'furniture');
  const minWords = isSure ? 1 : linkMinWords;
  const areLinks = items.every((index) => isLink(page.lines[index]?.text ?? '', minWords));
  return areLinks && isTail ? asFurniture(items) : asDoubtful(items);
}

function isLink(text: string, minWords: number): boolean {
  return isAge(text) || number.test(text) || (!score.test(text) && countWords(text) >= minWords);
}

function judgeBeforeBody(
  page: PageReading,
  label: number,
  listed: readonly number[],
): readonly Finding[] {
  // A section's name above a link is of the list.
  const links = listed.filter((index) => !isNavigation(page.lines[index]?.text ?? ''));
  const [link = label] = links;
  const isLed = links.length === 1 && listed.at(-1) === link && listed.length > 1;
  if (isLed && !isLink(page.lines[link]?.text ?? '', linkMinWords)) return [];
  return isLed ? asFurniture(listed) : judgeItems(page, label, listed);
}

function judgeItems(
  page: PageReading,
  label: number,
  items: readonly number[],
): readonly Finding[] {
  const { lines, isSpaced } = page;
  const wordsOf = (index: number) => countWords(lines[index]?.text ?? '');
  const last = items.at(-1) ?? label;
  const others = items.slice(0, -1);
  const hasScores = items.some((index) => score.test(lines[index]?.text ?? ''));
  if (hasScores) return asDoubtful(items);
  const isOneBlock =
    isSpaced &&
    items.every((index) => lines[index]?.gapBefore === 0) &&
    (lines[last + 1]?.gapBefore ?? 1) > 0;
  if (isOneBlock) return asFurniture(items);
  const shortest = Math.min(...others.map(wordsOf));
  const isHeading = wordsOf(last) <= headingMaxWords && wordsOf(last) + headingGap <= shortest;
  if (others.length > 0 && shortest >= linkMinWords) {
    return isHeading ? asFurniture(others) : asFurniture(items);
  }
  return wordsOf(last) >= loneLinkMinWords && others.length === 0 ? asFurniture(items) : [];
}

function readList(
  { lines, roles, isSpaced }: PageReading,
  label: number,
  lastBody: number,
): LinkList {
  const items: number[] = [];
  for (let index = label + 1; index < lines.length; index += 1) {
    const line = lines[index];
    if (line === undefined) break;
    if (roles[index] !== null || line.furniture !== null) {
      return { items, end: roles[index] === 'caption' ? 'body' : 'furniture' };
    }
    const isDated = index > lastBody && items.length > 0 && isAge(line.text);
    if (!isDated && isOfHead(line.text)) return { items: [], end: 'none' };
    const isText = isBodyLike(line.text) && !isShortQuestion(line.text);
    if (isText || line.beginsLikeFurniture) return { items, end: 'body' };
    // A block of links under its label ends where the block ends.
    const isBelow = items.length > 0 && lines[label + 1]?.gapBefore === 0 && line.gapBefore > 0;
    if (isBelow && isSpaced) {
      return { items, end: index <= lastBody ? 'body' : 'none' };
    }
    if (items.length === maxItems) return { items: [], end: 'none' };
    items.push(index);
  }
  return { items, end: 'none' };
}

/** Below the headline a label stands above no list. */
function isOfHead(text: string): boolean {
  return isDateLine(text) || readByline(text) !== null || readReadingTime(text) !== null;
}

/** Whether a line between the article's last and the label is the page's already. */
function hasFurnitureAbove(
  { lines, roles }: PageReading,
  label: number,
  lastBody: number,
): boolean {
  const from = Math.max(lastBody + 1, label - nearLines);
  return lines
    .slice(from, label)
    .some(({ furniture }, at) => furniture !== null || roles[from + at] === 'furniture');
}

function asFurniture(items: readonly number[]): readonly Finding[] {
  return items.map((index) => ({ index, role: 'furniture' }));
}

function asDoubtful(items: readonly number[]): readonly Finding[] {
  return items.map((index) => ({ index, role: 'paragraph', doubt }));
}
