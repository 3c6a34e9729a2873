import type { Request } from 'autocannon';
import { ArabicText } from '../data/arabic-text';
import { createRandom } from '../data/random';
import { fire } from './fire';
import { graphqlPath, jsonHeaders } from './graphql-requests';
import type { CommentJob, LoadResult } from './load-job';

interface AddCommentAnswer {
  readonly data?: { readonly addComment?: { readonly comment?: { readonly id?: string } | null } };
}

/** Sends new comments, and counts an answer only where it says that the comment was added. */
export function loadComments(job: CommentJob): Promise<LoadResult> {
  const random = createRandom(job.seed);
  const text = new ArabicText(random);
  const faults: string[] = [];
  const request: Request = {
    method: 'POST',
    path: graphqlPath,
    headers: { ...jsonHeaders },
    setupRequest: (composed) => ({
      ...composed,
      body: writeComment(job.document, random.pick(job.articleIds), text),
    }),
    onResponse: (status, body) => {
      if (status === 200 && !isAdded(body)) faults.push(body);
    },
  };
  return fire(job, {
    expectedStatus: 200,
    listFaults: () => faults,
    options: { requests: [request] },
  });
}

/** The body of a request that adds a comment which was never sent before. */
export function writeComment(document: string, articleId: string, text: ArabicText): string {
  const authorName = text.readerName();
  const input = { articleId, authorName, authorEmail: 'reader@example.org', body: text.comment() };
  return JSON.stringify({
    query: document,
    operationName: 'AddComment',
    variables: { input },
  });
}

/** Whether an answer says that the comment is there. */
export function isAdded(body: string): boolean {
  const answer = JSON.parse(body) as AddCommentAnswer;
  return answer.data?.addComment?.comment?.id?.startsWith('comment_') === true;
}
