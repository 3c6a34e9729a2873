import { readEmailAddress } from '../../lib/email';
import {
  countGraphemes,
  hasBidiControls,
  hasControlCharacters,
  hasControlCharactersInBody,
  hasLoneSurrogates,
  hasTooManyMarks,
  isBlank,
  isolateBidi,
  normalizeMultilineText,
  normalizeText,
  withoutIsolates,
} from '../../lib/text';
import type { AddCommentInput } from './add-comment.input';
import {
  maxAuthorNameLength,
  maxBodyLength,
  maxIdempotencyKeyLength,
  maxNoteLength,
  maxReasonLength,
  maxUnitsPerCharacter,
} from './submission-bounds';
import type { CommentFault } from './submission-faults';

/** A comment before anything is decided about it; its texts are checked and normalized. */
export interface Submission {
  readonly articleId: string;
  readonly parentId: string | null;
  readonly authorName: string;
  readonly authorEmail: string;
  readonly body: string;
}

/** A submission with its texts as they will be stored, and all their faults. */
export interface CheckedSubmission {
  readonly submission: Submission;
  readonly idempotencyKey: string | null;
  /** Of an earlier comment of the author's. */
  readonly receipt: string | null;
  readonly faults: readonly CommentFault[];
}

/** A text as it will be stored; empty if it has a fault. */
export interface CheckedText {
  readonly text: string;
  readonly fault: CommentFault | null;
}

/** Checks everything about a comment that needs no database, and normalizes its texts. */
export function checkSubmission(input: AddCommentInput): CheckedSubmission {
  const name = checkName(input.authorName);
  const email = checkEmail(input.authorEmail);
  const body = checkText('body', input.body);
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
  const isUnprintable = hasControlCharacters(trimmed) || hasLoneSurrogates(trimmed);
  if (isUnprintable || hasBidiControls(text)) return refuse('nameUnprintable');
  if (hasTooManyMarks(text)) return refuse('nameMarks');
  return isLonger(text, maxAuthorNameLength) ? refuse('nameTooLong') : accept(text);
}

function checkEmail(sent: string): CheckedText {
  if (isBlank(sent)) return refuse('emailMissing');
  const text = readEmailAddress(sent);
  return text === null ? refuse('emailInvalid') : accept(text);
}

/** The texts of several lines, and what may be wrong with each. */
const multilineTexts = {
  body: {
    maxLength: maxBodyLength,
    missing: 'bodyMissing',
    marks: 'bodyMarks',
    unprintable: 'bodyUnprintable',
    tooLong: 'bodyTooLong',
  },
  note: {
    maxLength: maxNoteLength,
    missing: null,
    marks: 'noteMarks',
    unprintable: 'noteUnprintable',
    tooLong: 'noteTooLong',
  },
  reason: {
    maxLength: maxReasonLength,
    missing: null,
    marks: 'reasonMarks',
    unprintable: 'reasonUnprintable',
    tooLong: 'reasonTooLong',
  },
} as const;

/** Checks and normalizes a comment's body, a report's note or a moderator's reason. */
export function checkText(kind: keyof typeof multilineTexts, sent: string): CheckedText {
  const { maxLength, missing, marks, unprintable, tooLong } = multilineTexts[kind];
  if (missing !== null && isBlank(sent)) return refuse(missing);
  if (hasTooManyMarks(sent)) return refuse(marks);
  if (hasControlCharactersInBody(sent) || hasLoneSurrogates(sent)) return refuse(unprintable);
  if (exceedsUnits(sent, maxLength)) return refuse(tooLong);
  const text = isolateBidi(normalizeMultilineText(sent));
  if (hasTooManyMarks(text)) return refuse(marks);
  return isLonger(text, maxLength) ? refuse(tooLong) : accept(text);
}

function checkKey(key: string | null): CommentFault | null {
  if (key === null) return null;
  const isUsable = key !== '' && key.length <= maxIdempotencyKeyLength;
  return isUsable && !hasControlCharacters(key) && !hasLoneSurrogates(key) ? null : 'keyUnusable';
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
