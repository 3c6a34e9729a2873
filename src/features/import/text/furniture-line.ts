import * as phrases from './furniture-phrases';
import { phraseOf } from './word-tokens';

/** The longest row of share buttons or call for comments, in words. */
const ROW_MAX_WORDS = 10;

const COLON = /[:\uFF1A]/u;
const COUNT = /^\d+ | \d+$/u;
const REQUIRED_MARK = /\s["“'(]?\*["”')]?\s*[.۔]?$/u;

/**
 * Where a line of the page's machinery stands: a share button or an advertisement anywhere, a call
 * for comments or the form's notice after the article, other lines only at the page's edges.
 */
export type FurnitureKind = 'anywhere' | 'comment-form' | 'edge';

/** Recognizes a line of the page's machinery by its words; null for any other line. */
export function furnitureKindOf(text: string): FurnitureKind | null {
  const phrase = phraseOf(text);
  if (isCommentForm(phrase)) return 'comment-form';
  if (isAnywhere(text, phrase)) return 'anywhere';
  return isEdge(text, phrase) ? 'edge' : null;
}

function isCommentForm(phrase: string): boolean {
  return (
    phrases.COMMENT_LINES.has(phrase) ||
    beginsWithOneOf(phrases.NOTICES, phrase) ||
    isCallForComments(phrase) ||
    isCommentCount(phrase)
  );
}

function isCallForComments(phrase: string): boolean {
  const words = phrase.split(' ');
  const [verb = '', ...others] = words;
  return (
    words.length <= ROW_MAX_WORDS &&
    phrases.COMMENT_VERBS.has(verb) &&
    others.some((word) => phrases.COMMENT_NOUNS.has(word)) &&
    others.every((word) => phrases.COMMENT_NOUNS.has(word) || phrases.COMMENT_FILLERS.has(word))
  );
}

/** '3 Comments': the readers' words begin here, and with them what is not the article's. */
function isCommentCount(phrase: string): boolean {
  const [word = '', ...others] = phrase.replace(COUNT, '').split(' ');
  return COUNT.test(phrase) && others.length === 0 && phrases.COMMENTS.has(word);
}

function isAnywhere(text: string, phrase: string): boolean {
  return phrases.ANYWHERE.has(phrase) || isShareRow(phrase) || hasLabel(phrases.LINK_LABELS, text);
}

function isShareRow(phrase: string): boolean {
  const [verb = '', ...others] = phrase.split(' ');
  const isOfRow = (word: string): boolean =>
    phrases.SHARED.has(word) || phrases.NETWORKS.has(word) || phrases.SHARE.has(word);
  return phrases.SHARE.has(verb) && others.length < ROW_MAX_WORDS && others.every(isOfRow);
}

function isEdge(text: string, phrase: string): boolean {
  const words = phrase.split(' ');
  return (
    phrases.AT_THE_EDGES.has(phrase) ||
    phrases.COMMENTS.has(phrase) ||
    words.every((word) => phrases.NETWORKS.has(word)) ||
    beginsWithOneOf(phrases.EDGE_BEGINNINGS, phrase) ||
    hasLabel(phrases.EDGE_LABELS, text) ||
    // An asterisk that points to nothing is the mark of required fields.
    REQUIRED_MARK.test(text)
  );
}

function hasLabel(labels: ReadonlySet<string>, text: string): boolean {
  const colon = text.search(COLON);
  return colon > 0 && labels.has(phraseOf(text.slice(0, colon)));
}

function beginsWithOneOf(beginnings: ReadonlySet<string>, phrase: string): boolean {
  for (const beginning of beginnings) {
    if (phrase === beginning || phrase.startsWith(`${beginning} `)) return true;
  }
  return false;
}
