import { readEmailAddress } from '../../lib/email';
import {
  countGraphemes,
  hasBidiControls,
  hasControlCharacters,
  hasControlCharactersInBody,
  hasTooManyMarks,
  isBlank,
  isolateBidi,
  normalizeMultilineText,
  normalizeText,
  withoutIsolates,
} from '../../lib/text';
import type { Submission } from '../moderation';
import {
  maxAuthorNameLength,
  maxBodyLength,
  maxIdempotencyKeyLength,
  maxNoteLength,
  maxReasonLength,
  maxUnitsPerCharacter,
} from './comment-bounds';
import type { AddCommentInput } from './comment.input';
import type { CommentFault } from './comment.messages';

/** A submission with its texts as they will be kept, and all that is wrong with them. */
export interface CheckedSubmission {
  readonly submission: Submission;
  readonly idempotencyKey: string | null;
  /** Of an earlier comment of the author's. */
  readonly receipt: string | null;
  readonly faults: readonly CommentFault[];
}

/** A text as it is kept, empty where something is wrong with it. */
export interface CheckedText {
  readonly text: string;
  readonly fault: CommentFault | null;
}

/** Half a character: encoded, all of them are the same key. */
const loneSurrogate = /\p{Cs}/u;

/** Checks everything about a comment that needs no database, and normalizes its texts. */
export function checkSubmission(input: AddCommentInput): CheckedSubmission {
  const name = checkName(input.authorName);
  const email = checkEmail(input.authorEmail);
  const body = checkBody(input.body);
  const idempotencyKey = input.idempotencyKey ?? null;
  const faults = [name.fault, email.fault, body.fault, checkKey(idempotencyKey)].filter(
    (fault) => fault !== null,
  );
  return {
    submission: {
      articleId: input.articleId,
      parentId: input.parentId ?? null,
      authorName: name.text,
      authorEmail: email.text,
      body: body.text,
    },
    idempotencyKey,
    receipt: input.receipt ?? null,
    faults,
  };
}

function checkName(sent: string): CheckedText {
  if (isBlank(sent)) return refuse('nameMissing');
  const trimmed = sent.trim();
  if (hasTooManyMarks(trimmed)) return refuse('nameMarks');
  if (exceedsUnits(trimmed, maxAuthorNameLength)) return refuse('nameTooLong');
  const text = normalizeText(withoutIsolates(normalizeText(trimmed)));
  if (isBlank(text)) return refuse('nameMissing');
  if (hasControlCharacters(trimmed) || hasBidiControls(text)) return refuse('nameUnprintable');
  if (hasTooManyMarks(text)) return refuse('nameMarks');
  return isLonger(text, maxAuthorNameLength) ? refuse('nameTooLong') : accept(text);
}

function checkEmail(sent: string): CheckedText {
  if (isBlank(sent)) return refuse('emailMissing');
  const text = readEmailAddress(sent);
  return text === null ? refuse('emailInvalid') : accept(text);
}

/** Checks and normalizes a comment's text. */
export function checkBody(sent: string): CheckedText {
  if (isBlank(sent)) return refuse('bodyMissing');
  if (hasTooManyMarks(sent)) return refuse('bodyMarks');
  if (hasControlCharactersInBody(sent)) return refuse('bodyUnprintable');
  if (exceedsUnits(sent, maxBodyLength)) return refuse('bodyTooLong');
  const text = isolateBidi(normalizeMultilineText(sent));
  if (hasTooManyMarks(text)) return refuse('bodyMarks');
  return isLonger(text, maxBodyLength) ? refuse('bodyTooLong') : accept(text);
}

/** Checks and normalizes a report's note, which may be empty. */
export function checkNote(sent: string): CheckedText {
  return checkRemark(sent, maxNoteLength, {
    marks: 'noteMarks',
    unprintable: 'noteUnprintable',
    tooLong: 'noteTooLong',
  });
}

/** Checks and normalizes a moderator's reason, which may be empty. */
export function checkReason(sent: string): CheckedText {
  return checkRemark(sent, maxReasonLength, {
    marks: 'reasonMarks',
    unprintable: 'reasonUnprintable',
    tooLong: 'reasonTooLong',
  });
}

type RemarkFaults = Readonly<Record<'marks' | 'unprintable' | 'tooLong', CommentFault>>;

function checkRemark(sent: string, maxLength: number, faults: RemarkFaults): CheckedText {
  if (hasTooManyMarks(sent)) return refuse(faults.marks);
  if (hasControlCharactersInBody(sent)) return refuse(faults.unprintable);
  if (exceedsUnits(sent, maxLength)) return refuse(faults.tooLong);
  const text = isolateBidi(normalizeMultilineText(sent));
  if (hasTooManyMarks(text)) return refuse(faults.marks);
  return isLonger(text, maxLength) ? refuse(faults.tooLong) : accept(text);
}

function checkKey(key: string | null): CommentFault | null {
  if (key === null) return null;
  const isUsable = key !== '' && key.length <= maxIdempotencyKeyLength;
  return isUsable && !hasControlCharacters(key) && !loneSurrogate.test(key) ? null : 'keyUnusable';
}

function accept(text: string): CheckedText {
  return { text, fault: null };
}

function refuse(fault: CommentFault): CheckedText {
  return { text: '', fault };
}

/** Whether a text is too long whatever its characters; nothing else is done with such a text. */
function exceedsUnits(text: string, maxLength: number): boolean {
  return text.length > maxLength * maxUnitsPerCharacter;
}

/** Code units are never fewer than characters, so most texts need no segmenting. */
function isLonger(text: string, maxLength: number): boolean {
  return text.length > maxLength && countGraphemes(text) > maxLength;
}
