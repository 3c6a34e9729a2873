import { creditPhrasesOf } from '../../../lib/captions';
import { phraseOf } from '../../../lib/phrases';
import { countWords } from '../../../lib/text';
import { endsSentence } from './line-shapes';
import {
  isCounter,
  isDisclaimer,
  isHashtags,
  isInvitation,
  isLabelOfSection,
  isLabelOfTopic,
  isLinkLabel,
  isSignOff,
  isTailLabel,
  isTopicPhrase,
} from './notice-line';
import { phrasesOf, wordsOf } from './words';

/** The longest row of share buttons or call for comments, in words. */
const rowMaxWords = 10;

/** The shortest notice of a comment form, in words. */
const noticeMinWords = 3;

/** The longest text after a label such as 'Source:', in words. */
const labelledMaxWords = 10;

/** The longest label of a required field, in words. */
const fieldMaxWords = 4;

/** A copyright line names a publisher and a year in at most so many words beside its own. */
const publisherMaxWords = 6;
const rightsMinWords = 2;

const separator = /[:\uFF1A|]/u;
const count = /^\d+ | \d+$/u;
const requiredMark = /\s["“'(]?\*["”')]?\s*[.۔]?$/u;
/** What parts the names of sections, also where their links are set without a space: 'NewsLocal'. */
const navigationBreak = /[>»›‹«|/·•،,-]|(?<=\p{Ll})(?=\p{Lu})/u;
const buttonBreak = /[|\u00B7\u2022]/u;
const copyrightSign = /[\u00A9\u2117]|\([cC]\)/u;
const number = /^\d+$/u;
/** 'list 1 of 3', '1 of 3': where a reader is among links or pictures; folded. */
const listPosition = /^(?:list |قائمه )?\d+ (?:of|من|de|sur|von|из|از) \d+$/u;
/** Buttons for the size of the letters: 'TT', 'A+ A-'. */
const letterSize = /^(?:[AaTtأا]\s?[+\u2013-]?\s?){1,4}$/u;

/** 'Video 02:14' */
const videoLength = /^(?:video|audio|فيديو|صوت) \d+ \d\d$/u;
/** '4-Minute Listen' */
const listenTime = /^\d+ min(?:ute)?s? (?:listen|watch|video|audio)$/u;
/** A line that begins with the sign of copyright is the page's. */
const imprint = /^\u00A9\s?\S+(?:\s\S+){3,40}$/u;
const follow = new Set(['follow', 'تابع', 'تابعوا', 'تابعونا', 'تابعنا'].map(phraseOf));
const followMaxWords = 3;

const share = phrasesOf('share');
const rowWords = wordsOf('share', 'shared', 'networks');
const networks = wordsOf('networks');
const commentVerbs = phrasesOf('commentVerbs');
const commentNouns = phrasesOf('commentNouns');
const callWords = wordsOf('commentNouns', 'commentFillers');
const commentLines = phrasesOf('commentLines');
const comments = phrasesOf('comments');
const noticeTopics = wordsOf('noticeTopics');
const noticeWords = wordsOf('noticeTopics', 'noticeWords');
const anywhere = phrasesOf('anywhere');
const imageMarks = phrasesOf('imageMarks');
const related = phrasesOf('related');
const promotionStarts = phrasesOf('promotionStarts');
const promotionEnds = phrasesOf('promotionEnds');
const edges = phrasesOf('edges');
const sections = phrasesOf('sections');
const headNotices = phrasesOf('headNotices');
const sourceLabels = creditPhrasesOf('sourceLabels');
const reserved = phrasesOf('reserved');
const rights = wordsOf('rights', 'reserved');
const beginnings = phrasesOf('beginnings');

/**
 * Where a line of the page's machinery stands: a share button or an advertisement anywhere, a call
 * for comments or the form's notice after the article, other lines only at the page's edges.
 */
export type FurnitureKind = 'anywhere' | 'comment-form' | 'edge';

/**
 * Recognizes a line of the page's machinery: the whole line is a known phrase, or made of nothing
 * but the words of one kind of it.
 *
 * Shape: null for any other line, however it begins.
 */
export function furnitureKindOf(text: string): FurnitureKind | null {
  const phrase = phraseOf(text);
  if (phrase === '') return null;
  if (isCommentForm(phrase)) return 'comment-form';
  if (isAnywhere(text, phrase)) return 'anywhere';
  if (isEdge(text, phrase)) return 'edge';
  const parts = text.split(buttonBreak);
  return parts.length > 1 && parts.every((part) => isButton(part.trim())) ? 'anywhere' : null;
}

/** One of several buttons in a row: 'A+ | A-'. */
function isButton(text: string): boolean {
  const phrase = phraseOf(text);
  return phrase !== '' && isAnywhere(text, phrase);
}

/** Whether a line is the label of a list of other articles, and says nothing else. */
export function isListLabel(text: string): boolean {
  const phrase = phraseOf(text);
  return isLinkLabel(phrase) || isLabelOfSection(text, phrase);
}

/** Whether a line is such a label that stands below an article only. */
export function isListLabelOfTail(text: string): boolean {
  const phrase = phraseOf(text);
  return isTailLabel(phrase) || isLabelOfTopic(text, phrase);
}

/** Whether a line is the label of a list of tags or topics, and says nothing else. */
export function isTopicLabel(text: string): boolean {
  return isTopicPhrase(phraseOf(text));
}

/** Whether a line lets readers skip a box, or is the box's end. */
export function isPromotionStart(text: string): boolean {
  return promotionStarts.has(phraseOf(text));
}

/** Whether a line is the end of a box that readers may skip. */
export function isPromotionEnd(text: string): boolean {
  return promotionEnds.has(phraseOf(text));
}

/** Whether a line is a link to the front page, a section or a network, and says nothing else. */
export function isNavigation(text: string): boolean {
  const parts = text
    .split(navigationBreak)
    .map(phraseOf)
    .filter((part) => part !== '');
  return (
    isNavigationPhrase(phraseOf(text)) || (parts.length > 1 && parts.every(isNavigationPhrase))
  );
}

function isNavigationPhrase(phrase: string): boolean {
  return edges.has(phrase) || sections.has(phrase) || isNetworks(phrase);
}

/** Whether a line of the head is a notice about the page: 'This article is more than 1 year old'. */
export function isHeadNotice(text: string): boolean {
  return headNotices.has(phraseOf(text).replace(/\d+/gu, '').replace(/ {2,}/gu, ' ').trim());
}

/** Whether a line begins as boilerplate does and then says something else. */
export function beginsLikeFurniture(text: string): boolean {
  const phrase = phraseOf(text);
  if (hasLabel(related, text) || hasLabel(sourceLabels, text)) return true;
  for (const beginning of beginnings) {
    if (phrase.startsWith(`${beginning} `)) return true;
  }
  return false;
}

function isCommentForm(phrase: string): boolean {
  return (
    commentLines.has(phrase) || isNotice(phrase) || isCallForComments(phrase) || isCount(phrase)
  );
}

function isNotice(phrase: string): boolean {
  const words = phrase.split(' ');
  return (
    words.length >= noticeMinWords &&
    words.some((word) => noticeTopics.has(word)) &&
    words.every((word) => noticeWords.has(word))
  );
}

function isCallForComments(phrase: string): boolean {
  const words = phrase.split(' ');
  const [verb = '', ...others] = words;
  return (
    words.length <= rowMaxWords &&
    commentVerbs.has(verb) &&
    others.some((word) => commentNouns.has(word)) &&
    others.every((word) => callWords.has(word) || number.test(word))
  );
}

/** '3 Comments': the readers' words begin here, and with them what is not the article's. */
function isCount(phrase: string): boolean {
  return count.test(phrase) && comments.has(phrase.replace(count, ''));
}

function isAnywhere(text: string, phrase: string): boolean {
  return (
    anywhere.has(phrase) ||
    promotionStarts.has(phrase) ||
    promotionEnds.has(phrase) ||
    imageMarks.has(phrase) ||
    isLinkLabel(phrase) ||
    isLabelOfSection(text, phrase) ||
    listenTime.test(phrase) ||
    isInvitation(text, phrase) ||
    isShareRow(phrase) ||
    listPosition.test(phrase) ||
    letterSize.test(text) ||
    isTeaser(text)
  );
}

function isShareRow(phrase: string): boolean {
  const [verb = '', ...others] = phrase.split(' ');
  const first = share.has(phrase) || share.has(verb) || share.has(others.at(-1) ?? '');
  return first && others.length < rowMaxWords && phrase.split(' ').every((w) => rowWords.has(w));
}

/** 'Read also: …' leads to another article. Where a sentence ends, it may be the article's own. */
function isTeaser(text: string): boolean {
  return hasLabel(related, text) && !endsSentence(text.replace(/[?!؟？！]+$/u, ''));
}

function isEdge(text: string, phrase: string): boolean {
  return (
    edges.has(phrase) ||
    comments.has(phrase) ||
    isTopicPhrase(phrase) ||
    isNetworks(phrase) ||
    isCounter(phrase) ||
    isSignOff(text) ||
    isHashtags(text) ||
    imprint.test(text) ||
    videoLength.test(phrase) ||
    isDisclaimer(text, phrase) ||
    isSource(text) ||
    isRights(text, phrase) ||
    // An asterisk that points to nothing is the mark of required fields.
    (requiredMark.test(text) && countWords(text) <= fieldMaxWords)
  );
}

/** Whether a line is 'Follow Harbour News', which is a button where the networks stand below. */
export function isFollow(text: string): boolean {
  const [verb = '', ...others] = phraseOf(text).split(' ');
  return follow.has(verb) && others.length <= followMaxWords && !endsSentence(text);
}

/** Whether a line is the name of a network or several, and says nothing else. */
export function isNetworkRow(text: string): boolean {
  const phrase = phraseOf(text);
  return phrase !== '' && isNetworks(phrase);
}

/** Whether a line is a label of links with the name of a topic: 'Most read in Showbiz'. */
export function isTopicListLabel(text: string): boolean {
  return isLabelOfTopic(text, phraseOf(text));
}

function isNetworks(phrase: string): boolean {
  return phrase.split(' ').every((word) => networks.has(word));
}

function isSource(text: string): boolean {
  return (
    hasLabel(sourceLabels, text) && countWords(text) <= labelledMaxWords && !endsSentence(text)
  );
}

function isRights(text: string, phrase: string): boolean {
  const words = phrase.split(' ');
  const isSigned = copyrightSign.test(text) && words.some((word) => number.test(word));
  if (!isSigned && !words.some((word) => reserved.has(word))) return false;
  const own = words.filter((word) => rights.has(word) || number.test(word));
  const others = words.length - own.length;
  const isNotice = isSigned || own.length >= Math.max(rightsMinWords + 1, words.length / 2);
  return isNotice && others <= publisherMaxWords;
}

function hasLabel(labels: ReadonlySet<string>, text: string): boolean {
  const end = text.search(separator);
  return end > 0 && end < text.length - 1 && labels.has(phraseOf(text.slice(0, end)));
}
