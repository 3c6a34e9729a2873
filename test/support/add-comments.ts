import {
  AddCommentDocument,
  type AddCommentInput,
  type AddCommentMutation,
} from '../../examples/generated/operations';
import { ask } from './ask';
import { buildComment } from './builders';
import type { RequestOptions, TestApp } from './start-app';

/** What `addComment` answers. */
export type AddedComment = AddCommentMutation['addComment'];

/** Sends a comment that is valid but for what a case overrides. */
export async function sendComment(
  service: TestApp,
  articleId: string,
  overrides: Partial<AddCommentInput> = {},
  options: RequestOptions = {},
): Promise<AddedComment> {
  const input = buildComment(articleId, overrides);
  return (await ask(service, AddCommentDocument, { input }, options)).addComment;
}

/** Adds a comment and gives its id. */
export async function addComment(
  service: TestApp,
  articleId: string,
  overrides: Partial<AddCommentInput> = {},
): Promise<string> {
  const { comment, userErrors } = await sendComment(service, articleId, overrides);
  if (comment === null) throw new Error(`The comment was refused: ${JSON.stringify(userErrors)}`);
  return comment.id;
}

/** Adds numbered comments one after the other, a second apart, and gives their ids in that order. */
export async function addComments(
  service: TestApp,
  articleId: string,
  count: number,
  overrides: Partial<AddCommentInput> = {},
): Promise<string[]> {
  const ids: string[] = [];
  for (let number = 1; number <= count; number += 1) {
    service.clock.advance(1_000);
    ids.push(await addComment(service, articleId, { body: `تعليق ${number}`, ...overrides }));
  }
  return ids;
}
