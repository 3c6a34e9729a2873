import { creditPhrasesOf } from '../../../lib/captions';
import { phraseOf } from '../../../lib/phrases';
import { countWords } from '../../../lib/text';
import { endsSentence } from './line-shapes';
import { phrasesOf, wordsOf } from './words';

/** The longest label of a list of links, in words. */
const labelMaxWords = 7;
const labelMinWords = 2;

/** The longest invitation to follow or subscribe, in words: where it ends a sentence, and else. */
const invitationMaxWords = 14;
const sentenceInvitationMaxWords = 22;

/** A disclaimer has so many words, and names a publisher in at most so many others. */
const disclaimerMinWords = 6;
const disclaimerMaxWords = 40;
const publisherMaxWords = 2;

/** A sentence that invites ends so many words after what it invites to. */
const endMaxWords = 3;

const labelTopicMaxWords = 3;
const signOff = /^\s*(?:--+|[\u2013\u2014/]+)\s*[([]?([^()[\]]{1,30})[)\]]?\s*[-/\u2013\u2014]*$/u;
const initials = /^\p{L}{1,2}(?:[\s.]\p{L}{1,2})*\s?\/\s?\p{L}{1,2}(?:[\s./]+\p{L}{1,2})*$/u;
const hashtags = /^(?:#[\p{L}\p{M}\p{N}_]+\s*)+$/u;

const quotes = /["“”«»]/u;
const digits = /\d+/gu;
/** The Arabic article: 'المقالات ذات الصلة' and 'مقالات ذات صلة' are one label. */
const article = /(^| )ال(?=\p{L}{3})/gu;

const labelStarts = [...phrasesOf('labelStarts')];
const sections = phrasesOf('sections');
const agencies = creditPhrasesOf('agencies');
const labels = bareSet(phrasesOf('related'));
const topics = bareSet(phrasesOf('topics'));
const tagLabels = bareSet(phrasesOf('tagLabels'));
const tailLabels = bareSet(phrasesOf('tailLabels'));
const linkNouns = bareSet(wordsOf('linkNouns'));
const linkMarks = bareSet(phrasesOf('linkMarks'));
const linkWords = bareSet(wordsOf('linkNouns', 'linkMarks', 'linkFillers'));
const invitations = [...phrasesOf('invitations')];
const channels = [...phrasesOf('channels')];
const disclaimerTopics = wordsOf('disclaimerTopics');
const disclaimerWords = wordsOf('disclaimerTopics', 'disclaimerWords');
const disclaimerAuthors = wordsOf('disclaimerAuthors');
const afterChannels = wordsOf('afterChannels');
const networks = wordsOf('networks');
const counters = phrasesOf('counters');
const formFields = phrasesOf('formFields');

/** Whether a phrase is the label of a list of other articles. */
export function isLinkLabel(phrase: string): boolean {
  const bare = withoutArticle(phrase);
  return labels.has(bare) || isMadeLabel(bare);
}

/** Whether a line is such a label with the name of a topic: 'Most read in Showbiz'. */
export function isLabelOfTopic(text: string, phrase: string): boolean {
  const start = labelStarts.find((beginning) => phrase.startsWith(`${beginning} `));
  if (start === undefined || endsSentence(text)) return false;
  return phrase.slice(start.length + 1).split(' ').length <= labelTopicMaxWords;
}

/** Whether a line is such a label for sure: its topic is a section's name, or all is in capitals. */
export function isLabelOfSection(text: string, phrase: string): boolean {
  if (!isLabelOfTopic(text, phrase)) return false;
  const isUpper = /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);
  return isUpper || labelStarts.some((start) => sections.has(phrase.slice(start.length + 1)));
}

/** Whether a line is an agency's sign-off: '-- (بترا)', or the initials of its editors: 'س ع / ر ق'. */
export function isSignOff(text: string): boolean {
  const inside = signOff.exec(text)?.[1];
  return initials.test(text) || (inside !== undefined && agencies.has(phraseOf(inside)));
}

/** Whether a line is nothing but hashtags. */
export function isHashtags(text: string): boolean {
  return hashtags.test(text);
}

/** Whether a phrase is the label of such a list that stands below an article only. */
export function isTailLabel(phrase: string): boolean {
  const bare = withoutArticle(phrase);
  return tailLabels.has(bare) || (!labels.has(bare) && isMadeLabel(bare));
}

/** Whether a phrase is the label of tags, and of nothing else. */
export function isTagPhrase(phrase: string): boolean {
  return tagLabels.has(withoutArticle(phrase));
}

/** Whether a phrase is the label of a list of tags or topics. */
export function isTopicPhrase(phrase: string): boolean {
  return topics.has(withoutArticle(phrase));
}

/**
 * Whether a line invites to a newsletter, a channel or the like: it begins as invitations do and
 * names what only they name.
 */
export function isInvitation(text: string, phrase: string): boolean {
  const isSentence = endsSentence(text);
  const maxWords = isSentence ? sentenceInvitationMaxWords : invitationMaxWords;
  if (countWords(text) > maxWords || quotes.test(text)) return false;
  if (!invitations.some((beginning) => phrase.startsWith(`${beginning} `))) return false;
  return channels.some((channel) => {
    const at = ` ${phrase} `.indexOf(` ${channel} `);
    if (at < 0) return false;
    const [next] = phrase
      .slice(at + channel.length + 1)
      .split(' ')
      .filter((word) => word !== '');
    const isLong = isSentence && next !== undefined && !isShortEnd(phrase, at + channel.length);
    return !isLong && (next === undefined || afterChannels.has(next) || networks.has(next));
  });
}

function isShortEnd(phrase: string, from: number): boolean {
  return phrase.slice(from).trim().split(' ').length <= endMaxWords;
}

/** Whether a line says that its author's views are not the publisher's, and nothing else. */
export function isDisclaimer(text: string, phrase: string): boolean {
  const words = phrase.split(' ');
  if (words.length < disclaimerMinWords || words.length > disclaimerMaxWords) return false;
  if (quotes.test(text)) return false;
  const others = words.filter((word) => !disclaimerWords.has(word)).length;
  const isOfAuthor = words.some((word) => disclaimerAuthors.has(word));
  return (
    others <= publisherMaxWords && isOfAuthor && words.some((word) => disclaimerTopics.has(word))
  );
}

/** Whether a line counts views, likes or the like, and says nothing else. */
export function isCounter(phrase: string): boolean {
  const others = phrase.replace(digits, '').trim();
  return others !== phrase && counters.has(others);
}

/** Whether a line is a field or a button of a form. */
export function isFormField(text: string): boolean {
  return formFields.has(phraseOf(text));
}

/** A label of nothing but the words of labels, of which one says that the links lead elsewhere. */
function isMadeLabel(bare: string): boolean {
  const words = bare.split(' ');
  if (words.length < labelMinWords || words.length > labelMaxWords) return false;
  if (!words.every((word) => linkWords.has(word)) || !words.some((word) => linkNouns.has(word)))
    return false;
  return [...linkMarks].some((mark) => ` ${bare} `.includes(` ${mark} `));
}

function bareSet(phrases: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...phrases].map(withoutArticle));
}

function withoutArticle(phrase: string): string {
  return phrase.replace(article, '$1');
}
