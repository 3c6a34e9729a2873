import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  buildSchema,
  findBreakingChanges,
  getNamedType,
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
  isScalarType,
  lexicographicSortSchema,
  printSchema,
} from 'graphql';
import { listMembers, listOwnTypes, listReachableTypes } from '../support/schema-walk';
import { startApp, type TestApp } from '../support/start-app';

/** What a field is called that tells who or where somebody is. */
const telltale = /e-?mail|address|user.?agent|^ip$|ipAddress/i;
/** The one place where an address may be read, by those who need it. */
const forModerators = ['ModerationItem.authorEmail: EmailAddress'];

let service: TestApp;
let schema: GraphQLSchema;

const readText = (...path: string[]) => readFile(join(__dirname, ...path), 'utf8');

beforeAll(async () => {
  service = await startApp();
  ({ schema } = service.app);
});

afterAll(() => service.stop());

describe('schema/schema.graphql', () => {
  it('is what the code prints: run npm run schema:write after a change that is meant', async () => {
    const printed = `${printSchema(lexicographicSortSchema(schema))}\n`;
    expect(printed).toBe(await readText('..', '..', 'schema', 'schema.graphql'));
  });
});

describe('the schema', () => {
  it('keeps the contract: nothing renamed, taken away or loosened', async () => {
    const contract = buildSchema(await readText('contract.graphql'));
    expect(findBreakingChanges(contract, schema)).toEqual([]);
  });

  it('gives every mutation one `input` and a payload of its own name with `userErrors`', () => {
    const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
    const shapes = mutations.map(({ name, args, type }) => {
      const payload = getNamedType(type);
      const fields = isObjectType(payload) ? payload.getFields() : {};
      const [input] = args;
      return [name, args.length, `${input?.name}: ${String(input?.type)}`, String(type)].concat(
        String(fields['userErrors']?.type),
      );
    });
    const expected = mutations.map(({ name }) => {
      const capitalized = `${name[0]?.toUpperCase()}${name.slice(1)}`;
      const input = `input: ${capitalized}Input!`;
      return [name, 1, input, `${capitalized}Payload!`, '[UserError!]!'];
    });
    expect(shapes).toEqual(expected);
    expect(shapes.length).toBeGreaterThanOrEqual(7);
  });

  it('describes every type, field, argument, input field and enum value in a sentence', () => {
    const members = listMembers(schema);
    const bare = members
      .filter(({ description }) => !/^\S.{5,}[.:)”’`]$/s.test(description ?? ''))
      .map(({ name, description }) => `${name}: ${description ?? ''}`);
    expect(bare).toEqual([]);
    expect(members.length).toBeGreaterThan(150);
  });

  it('does not describe a thing by its name alone', () => {
    const toLetters = (text: string) => text.toLowerCase().replace(/[^a-z]/g, '');
    const hollow = listMembers(schema)
      .filter(({ name, description }) => {
        const last = name.split(/[.(]/).at(-1) ?? '';
        return [last, `the${last}`, `a${last}`]
          .map(toLetters)
          .includes(toLetters(description ?? ''));
      })
      .map(({ name }) => name);
    // An input is the thing itself: there is nothing more to say of it.
    expect(hollow).toEqual([]);
  });

  it('gives an example with every scalar, and with every value that has a form', () => {
    const formed = listMembers(schema).filter(({ name }) =>
      /^UserError\.field$|\.(id|slug|locale|articleId|authorEmail|publishedAfter|publishedBefore|authorName|byline|credit|notice|idempotencyKey)$/.test(
        name,
      ),
    );
    const scalars = listOwnTypes(schema).filter(isScalarType);
    expect(scalars.map(({ name }) => name).sort()).toEqual([
      'DateTime',
      'EmailAddress',
      'Locale',
      'URL',
    ]);
    const without = [...scalars, ...formed]
      .filter(({ description }) => !(description ?? '').includes('e.g. '))
      .map(({ name }) => name);
    expect(without).toEqual([]);
  });

  it('lets no answer hold an e-mail address, a network address or a user agent', () => {
    const fields = listReachableTypes(schema)
      .filter((type) => isObjectType(type) || isInterfaceType(type))
      .flatMap((type) =>
        Object.values(type.getFields()).map((field) => [type.name, field] as const),
      );
    const telling = fields
      .filter(
        ([, { name, type }]) => telltale.test(name) || getNamedType(type).name === 'EmailAddress',
      )
      .map(([typeName, { name, type }]) => `${typeName}.${name}: ${String(type)}`);
    expect(telling.filter((field) => !forModerators.includes(field))).toEqual([
      // It is false for every article: what it says is that no address is shown.
      'CommentPolicy.publishesEmail: Boolean!',
    ]);
  });

  it.each(['Article', 'Comment', 'Section', 'Image', 'UserError'])(
    'leads from %s to nothing that only moderators see',
    (from) => {
      const reachable = listReachableTypes(schema, from).map(({ name }) => name);
      expect(reachable).toContain('String');
      expect(
        reachable.filter((name) => /^Moderation|^EmailAddress$|^CommentReport$/.test(name)),
      ).toEqual([]);
    },
  );
});
