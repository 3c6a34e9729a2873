import { GraphQLEmailAddress } from 'graphql-scalars';
import {
  countGraphemes,
  hasBidiControls,
  hasControlCharacters,
  hasControlCharactersInBody,
  isolateBidi,
  normalizeMultilineText,
  normalizeText,
} from '../../lib/text';
import { maxAuthorNameLength, maxBodyLength, maxIdempotencyKeyLength } from './comment-bounds';
import type { AddCommentInput } from './comment.input';
import type { CommentFault } from './comment.messages';
import type { Submission } from './moderation/moderation-phase';

/** A submission with its texts as they will be kept, and all that is wrong with them. */
export interface CheckedSubmission {
  readonly submission: Submission;
  readonly idempotencyKey: string | null;
  /** Of an earlier comment of the author's. */
  readonly receipt: string | null;
  readonly faults: readonly CommentFault[];
}

/** A name that mail can reach from anywhere has a dot; what the log hides has one, too. */
const publicDomain = /@[^@]+\.[^@.]+$/;

/** Units: UTF-16 code units. The longest address that mail can carry (RFC 5321, 4.5.3.1.3). */
const maxEmailLength = 254;

/** Checks everything about a comment that needs no database, and normalizes its texts. */
export function checkSubmission(input: AddCommentInput): CheckedSubmission {
  const authorName = normalizeText(input.authorName);
  const authorEmail = input.authorEmail.trim();
  const body = normalizeBody(input.body);
  const idempotencyKey = input.idempotencyKey ?? null;
  const faults = [
    checkName(input.authorName, authorName),
    checkEmail(authorEmail),
    checkBody(input.body, body),
    checkKey(idempotencyKey),
  ].filter((fault) => fault !== null);
  return {
    submission: {
      articleId: input.articleId,
      parentId: input.parentId ?? null,
      authorName,
      authorEmail,
      body,
    },
    idempotencyKey,
    receipt: input.receipt ?? null,
    faults,
  };
}

/** A comment's text as it is kept. */
export function normalizeBody(sent: string): string {
  return isolateBidi(normalizeMultilineText(sent));
}

function checkName(sent: string, kept: string): CommentFault | null {
  if (isBlank(kept)) return 'nameMissing';
  if (hasControlCharacters(sent.trim()) || hasBidiControls(kept)) return 'nameUnprintable';
  return isLonger(kept, maxAuthorNameLength) ? 'nameTooLong' : null;
}

function checkEmail(email: string): CommentFault | null {
  if (email === '') return 'emailMissing';
  if (email.length > maxEmailLength || hasControlCharacters(email)) return 'emailInvalid';
  try {
    GraphQLEmailAddress.parseValue(email);
    return publicDomain.test(email) ? null : 'emailInvalid';
  } catch {
    return 'emailInvalid';
  }
}

/** What is wrong with a comment's text; null for nothing. */
export function checkBody(sent: string, kept: string): CommentFault | null {
  if (isBlank(kept)) return 'bodyMissing';
  if (hasControlCharactersInBody(sent)) return 'bodyUnprintable';
  return isLonger(kept, maxBodyLength) ? 'bodyTooLong' : null;
}

function checkKey(key: string | null): CommentFault | null {
  if (key === null) return null;
  const isUsable = key !== '' && key.length <= maxIdempotencyKeyLength;
  return isUsable && !hasControlCharacters(key) ? null : 'keyUnusable';
}

/** Invisible characters alone say nothing: format characters, fillers and white space. */
function isBlank(text: string): boolean {
  return !/[^\p{White_Space}\p{Cf}\p{Default_Ignorable_Code_Point}]/u.test(text);
}

/** Code units are never fewer than characters, so most texts need no segmenting. */
function isLonger(text: string, maxLength: number): boolean {
  return text.length > maxLength && countGraphemes(text) > maxLength;
}
