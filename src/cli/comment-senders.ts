import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import type { Content } from '../app/open-content';
import type { SendComment, SendOutcome } from '../features/comment-import';
import { createStaffScope } from '../platform/request';
import { CommandFailed } from './failure';

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

const errorsSchema = z.object({
  errors: z.tuple(
    [z.object({ message: z.string(), extensions: z.object({ code: z.string() }) })],
    z.unknown(),
  ),
});

const onlyLocal =
  'createdAt, status and lines without e-mail are written to the database itself: run without --url';

/** Units: characters of an answer that is told of. */
const shownLength = 300;
const maxAttempts = 8;
const firstDelayMs = 250;
const requestTimeoutMs = 30_000;

/** What another attempt may mend: the network, a busy or a stopping service. */
class Passing extends Error {
  constructor(
    message: string,
    readonly retryAfterMs: number | null,
    /** Whether no connection came about. */
    readonly isUnreachable = false,
  ) {
    super(message);
  }
}

/**
 * Sends comments to a service over HTTP; what may pass is tried again, with its idempotency key.
 * Errors: CommandFailed where the service refuses the request as a whole, does not answer in the
 * end, or cannot be reached at the first comment.
 */
export function createRemoteSender(options: RemoteOptions): SendComment {
  let isReached = false;
  return async (input, past) => {
    // The API takes no one's word for what was long ago.
    if (past !== null) return { isNew: false, reasons: [onlyLocal] };
    for (let attempt = 1; ; attempt += 1) {
      try {
        const outcome = await post(options, input);
        isReached = true;
        return outcome;
      } catch (error) {
        if (!(error instanceof Passing)) throw error;
        // An address at which nothing ever answered is more likely wrong than on its way back.
        const isHopeless = error.isUnreachable && !isReached;
        if (isHopeless || attempt === maxAttempts) throw new CommandFailed(error.message);
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
    throw toPassing(url, error);
  });
  const text = await response.text();
  if (response.status === 429 || response.status >= 500) {
    const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
    const message = `${url} answered ${response.status} to the end: ${text.slice(0, shownLength)}`;
    throw new Passing(message, Number.isNaN(seconds) ? null : seconds * 1_000);
  }
  const answer = answerSchema.safeParse(readJson(text));
  if (!answer.success) throw describeRefusal(url, response.status, text);
  return toOutcome(answer.data.data.addComment);
}

function toPassing(url: string, error: unknown): Passing {
  const reason = error instanceof Error && error.cause !== undefined ? error.cause : error;
  const code = codeOf(reason);
  if (code === null) {
    const message = reason instanceof Error ? reason.message : String(reason);
    return new Passing(`${url} does not answer: ${message}`, null);
  }
  const isUnreachable = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'].includes(code);
  const message = `${url} cannot be reached (${code}): give the address that the service logs when it starts.`;
  return new Passing(message, null, isUnreachable);
}

function codeOf(reason: unknown): string | null {
  if (typeof reason !== 'object' || reason === null || !('code' in reason)) return null;
  return typeof reason.code === 'string' ? reason.code : null;
}

function describeRefusal(url: string, status: number, text: string): CommandFailed {
  const errors = errorsSchema.safeParse(readJson(text));
  if (!errors.success) {
    return new CommandFailed(
      `${url} is not the API of a Maqal, it answered ${status}: give the address that ends in /graphql.`,
    );
  }
  const [{ message, extensions }] = errors.data.errors;
  if (extensions.code === 'UNAUTHENTICATED') {
    return new CommandFailed(
      `${url} does not take the token in MAQAL_TOKEN (UNAUTHENTICATED): make one with \`maqal token create --role EDITOR --name …\`.`,
    );
  }
  return new CommandFailed(
    `${url} refused the comment as a whole (${extensions.code}): ${message.slice(0, shownLength)}`,
  );
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
