import { getNamedType, type GraphQLSchema, isInterfaceType, isObjectType } from 'graphql';
import {
  anonymousReader,
  includesRole,
  Role,
  roles,
  type Viewer,
} from '../../src/platform/request';
import { codesOf } from '../support/ask';
import { type Entry, listFields, tryField, writeOperation } from '../support/field-access';
import { liveClients } from '../support/live-clients';
import { startApp, type TestApp } from '../support/start-app';
import { createToken, withToken } from '../support/tokens';
import { waitUntil } from '../support/wait-until';

/**
 * Every field that not everybody may ask for, and the role that it needs. Whoever adds such a field
 * adds a line here; whoever drops a guard is told by the test below.
 */
const guarded: Readonly<Record<string, Role>> = {
  'ImageFile.articles': Role.EDITOR,
  'ModerationItem.authorEmail': Role.MODERATOR,
  'ModerationItem.findings': Role.MODERATOR,
  'ModerationItem.history': Role.MODERATOR,
  'ModerationItem.reports': Role.MODERATOR,
  'ModerationItem.revision': Role.MODERATOR,
  ...Object.fromEntries(
    [
      ...['createArticle', 'updateArticle', 'publishArticle', 'unpublishArticle', 'cancelSchedule'],
      ...['archiveArticle', 'restoreRevision', 'discardDraft'],
      ...['createPreviewLink', 'revokePreviewLinks'],
    ].map((name) => [`Mutation.${name}`, Role.EDITOR]),
  ),
  'Mutation.deleteArticle': Role.ADMIN,
  'Mutation.deleteImageFile': Role.EDITOR,
  'Mutation.eraseCommenter': Role.ADMIN,
  'Mutation.mergeTags': Role.EDITOR,
  'Mutation.moderateComments': Role.MODERATOR,
  'Mutation.renameTag': Role.EDITOR,
  'Mutation.setCommentsOpen': Role.MODERATOR,
  'Mutation.updateImageFile': Role.EDITOR,
  'Query.imageFile': Role.EDITOR,
  'Query.imageFiles': Role.EDITOR,
  'Query.moderationQueue': Role.MODERATOR,
  'Query.replayModeration': Role.ADMIN,
  'Subscription.commentQueued': Role.MODERATOR,
};

/** What no reader is ever to see. */
const secretTypes = [
  'CommentReport',
  'EmailAddress',
  'ModerationEvent',
  'ModerationFinding',
  'ModerationItem',
];

const callers: readonly Viewer[] = [
  anonymousReader,
  ...roles.map((role) => ({ role, tokenName: 'desk' })),
];

const describeCaller = ({ role, tokenName }: Viewer) => (tokenName === null ? 'nobody' : role);

/** What must become of a caller at a field. */
function expectedEntry(name: string, { role, tokenName }: Viewer): Entry {
  const needed = guarded[name];
  if (needed === undefined || includesRole(role, needed)) return 'in';
  return tokenName === null ? 'UNAUTHENTICATED' : 'FORBIDDEN';
}

let service: TestApp;
let schema: GraphQLSchema;

beforeAll(async () => {
  service = await startApp();
  ({ schema } = service.app);
});

afterAll(() => service.stop());

describe('each field of the schema', () => {
  it.each(callers.map((caller) => [describeCaller(caller), caller] as const))(
    'lets in %s just where it is meant to',
    async (_, caller) => {
      const fields = listFields(schema);
      expect(fields.length).toBeGreaterThan(80);
      const found: Record<string, Entry> = {};
      const expected: Record<string, Entry> = {};
      for (const field of fields) {
        found[field.name] = await tryField(field, caller);
        expected[field.name] = expectedEntry(field.name, caller);
      }
      expect(found).toEqual(expected);
    },
  );

  it('is one that there is, where it is named as guarded', () => {
    const names = listFields(schema).map(({ name }) => name);
    expect(Object.keys(guarded).filter((name) => !names.includes(name))).toEqual([]);
  });
});

describe('each operation, as a client sends it', () => {
  it.each(callers.map((caller) => [describeCaller(caller), caller] as const))(
    'is answered to %s just where it is meant to be',
    async (_, caller) => {
      const options =
        caller.tokenName === null ? {} : withToken(await createToken(service, caller.role));
      const roots = listFields(schema).filter(({ typeName }) =>
        ['Query', 'Mutation'].includes(typeName),
      );
      for (const field of roots) {
        const answer = await service.send(writeOperation(field), {}, options);
        const [code] = codesOf(answer).filter(
          (found) => found === 'UNAUTHENTICATED' || found === 'FORBIDDEN',
        );
        expect([field.name, code ?? 'in']).toEqual([field.name, expectedEntry(field.name, caller)]);
        expect(answer.errors.map(({ message }) => message)).not.toContain(
          expect.stringContaining('Internal server error'),
        );
      }
    },
  );

  it.each(callers.map((caller) => [describeCaller(caller), caller] as const))(
    'is subscribed to by %s just where it is meant to be',
    async (_, caller) => {
      const token = caller.tokenName === null ? undefined : await createToken(service, caller.role);
      const roots = listFields(schema).filter(({ typeName }) => typeName === 'Subscription');
      for (const field of roots) {
        const subscribe = liveClients['graphql-ws']?.(service, token);
        const heard = subscribe?.(writeOperation(field));
        const { operations } = service.app.live;
        await waitUntil(() => heard?.isOver === true || operations.subscriberCount === 1);
        const [error] = (heard?.failure ?? []) as { extensions: { code: string } }[];
        const entry = error?.extensions.code ?? 'in';
        expect([field.name, entry]).toEqual([field.name, expectedEntry(field.name, caller)]);
        subscribe?.close();
        await waitUntil(() => operations.subscriberCount === 0);
      }
    },
  );
});

describe('what a reader can reach', () => {
  it('holds no e-mail address, no finding, no report and no decision', () => {
    const reached = new Set<string>();
    const visit = (typeName: string): void => {
      const type = schema.getType(typeName);
      if (type === undefined || reached.has(typeName)) return;
      reached.add(typeName);
      if (isInterfaceType(type)) for (const { name } of schema.getPossibleTypes(type)) visit(name);
      if (!isObjectType(type) && !isInterfaceType(type)) return;
      for (const field of Object.values(type.getFields())) {
        if (guarded[`${type.name}.${field.name}`] === undefined) {
          visit(getNamedType(field.type).name);
        }
      }
    };
    for (const root of ['Query', 'Mutation', 'Subscription']) visit(root);
    expect([...reached]).toEqual(expect.arrayContaining(['Article', 'Comment', 'Viewer']));
    expect(secretTypes.filter((name) => reached.has(name))).toEqual([]);
  });
});
