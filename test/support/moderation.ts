import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  ModerateCommentsDocument,
  type ModerateCommentsMutation,
  type ModeratedCommentInput,
  type ModerationDecision,
  ModerationQueueDocument,
  type ModerationQueueQuery,
  type ModerationQueueQueryVariables,
} from '../../examples/generated/operations';
import { Role } from '../../src/platform/request';
import { ask } from './ask';
import { type RequestOptions, startApp, type TestApp, type TestAppOptions } from './start-app';
import { createToken, withToken } from './tokens';

/** One comment as a moderator lists it. */
export type QueueItem = ModerationQueueQuery['moderationQueue']['nodes'][number];

/** A service with a rules file of its own, and what a moderator does with it. */
export interface ModeratedService {
  readonly service: TestApp;
  readonly moderator: RequestOptions;
  readonly administrator: RequestOptions;
  /** Writes other rules; the next comment is judged by them. */
  setRules(rules: object): Promise<void>;
  readQueue(variables?: ModerationQueueQueryVariables): Promise<QueueItem[]>;
  /** An id alone stands for the comment as it was sent. */
  decide(
    decision: ModerationDecision,
    ...comments: readonly (string | ModeratedCommentInput)[]
  ): Promise<ModerateCommentsMutation['moderateComments']>;
  /** The same, with what the authors are told. */
  decideWith(
    decision: ModerationDecision,
    reason: string,
    ...comments: readonly (string | ModeratedCommentInput)[]
  ): Promise<ModerateCommentsMutation['moderateComments']>;
  stop(): Promise<void>;
}

/** Starts a service with rules, a moderator and an administrator. */
export async function startModerated(
  rules: object,
  { environment = {}, ...options }: TestAppOptions = {},
): Promise<ModeratedService> {
  const folder = await mkdtemp(join(tmpdir(), 'maqal-rules-'));
  const path = join(folder, 'rules.json');
  const setRules = (changed: object) => writeFile(path, JSON.stringify(changed));
  await setRules(rules);
  const service = await startApp({
    ...options,
    environment: { MODERATION_RULES: path, ...environment },
  });
  const moderator = withToken(await createToken(service, Role.MODERATOR, { name: 'desk' }));
  const administrator = withToken(await createToken(service, Role.ADMIN, { name: 'chief' }));
  const decide = async (
    decision: ModerationDecision,
    reason: string | null,
    read: readonly (string | ModeratedCommentInput)[],
  ) => {
    const comments = read.map((one) => (typeof one === 'string' ? { id: one, revision: 0 } : one));
    const input = { comments, decision, reason };
    return (await ask(service, ModerateCommentsDocument, { input }, moderator)).moderateComments;
  };
  return {
    ...{ service, moderator, administrator, setRules },
    readQueue: async (variables = {}) =>
      (await ask(service, ModerationQueueDocument, variables, moderator)).moderationQueue.nodes,
    decide: (decision, ...read) => decide(decision, null, read),
    decideWith: (decision, reason, ...read) => decide(decision, reason, read),
    stop: async () => {
      await service.stop();
      await rm(folder, { recursive: true });
    },
  };
}
