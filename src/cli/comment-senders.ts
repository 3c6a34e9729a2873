import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import type { Content } from '../app/open-content';
import type { SendComment, SendOutcome } from '../features/comment-import';
import { createStaffScope } from '../platform/request';

/** Sends comments to the database that the configuration names. */
export function createOwnSender({
  features,
  database,
  clock,
}: Pick<Content, 'features' | 'database' | 'clock'>): SendComment {
  const { service } = features.comments;
  return async (input, past) => {
    const scope = createStaffScope(database, clock, 'maqal comments import');
    const { comment, alreadyAdded, userErrors } = await (past === null
      ? service.add(scope, input)
      : service.addPast(scope, input, past));
    return toOutcome({ comment, alreadyAdded, userErrors });
  };
}

/** Where a service is, and who asks. */
export interface RemoteOptions {
  readonly url: string;
  /** An EDITOR token; null for none. */
  readonly token: string | null;
}

const document = `mutation ImportComment($input: AddCommentInput!) {
  addComment(input: $input) { comment { id } alreadyAdded userErrors { code field message } }
}`;

const answerSchema = z.object({
  data: z.object({
    addComment: z.object({
      comment: z.object({ id: z.string() }).nullable(),
      alreadyAdded: z.boolean(),
      userErrors: z.array(z.object({ field: z.array(z.string()), message: z.string() })),
    }),
  }),
});

const onlyLocal =
  'createdAt, status and lines without e-mail are written to the database itself: run without --url';

const maxAttempts = 8;
const firstDelayMs = 250;
const requestTimeoutMs = 30_000;

/** What another attempt may mend: the network, a busy or a stopping service. */
class Passing extends Error {
  constructor(
    message: string,
    readonly retryAfterMs: number | null,
  ) {
    super(message);
  }
}

/**
 * Sends comments to a service over HTTP; what may pass is tried again, with its idempotency key.
 * Errors: an Error that names the answer, where the service refuses the request as a whole.
 */
export function createRemoteSender(options: RemoteOptions): SendComment {
  return async (input, past) => {
    // The API takes no one's word for what was long ago.
    if (past !== null) return { isNew: false, reasons: [onlyLocal] };
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await post(options, input);
      } catch (error) {
        if (!(error instanceof Passing) || attempt === maxAttempts) throw error;
        await wait(error.retryAfterMs ?? firstDelayMs * 2 ** (attempt - 1));
      }
    }
  };
}

async function post({ url, token }: RemoteOptions, input: object): Promise<SendOutcome> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query: document, variables: { input } }),
    signal: AbortSignal.timeout(requestTimeoutMs),
  }).catch((error: unknown) => {
    throw new Passing(error instanceof Error ? error.message : String(error), null);
  });
  const text = await response.text();
  if (response.status === 429 || response.status >= 500) {
    const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
    throw new Passing(text, Number.isNaN(seconds) ? null : seconds * 1_000);
  }
  const answer = answerSchema.safeParse(readJson(text));
  if (!answer.success) throw new Error(`The service answered ${response.status}: ${text}`);
  return toOutcome(answer.data.data.addComment);
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

interface Added {
  readonly comment: { readonly id: string } | null;
  readonly alreadyAdded: boolean;
  readonly userErrors: readonly { readonly field: readonly string[]; readonly message: string }[];
}

function toOutcome({ comment, alreadyAdded, userErrors }: Added): SendOutcome {
  return {
    isNew: !alreadyAdded && userErrors.length === 0,
    reasons: userErrors.map(({ field, message }) => `${field.join('.')}: ${message}`),
    commentId: comment?.id ?? null,
  };
}
