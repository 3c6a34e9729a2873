import { readdir } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { ApolloServerErrorCode } from '@apollo/server/errors';
import { errorCatalogue } from '../../src/graphql';
import { PublicError } from '../../src/platform/errors';

const source = join(__dirname, '..', '..', 'src');
/** What runs when it is imported: the process, and the page that runs in a browser. */
const runs = ['main.ts', join('http', 'explorer', 'page')];

type PublicErrorClass = new (...parts: string[]) => PublicError;

/** Every class of errors for callers that any module of src exports, once each. */
const listPublicErrors = async (): Promise<PublicErrorClass[]> => {
  const files = await readdir(source, { recursive: true });
  const modules = files.filter(
    (file) =>
      file.endsWith('.ts') &&
      !file.endsWith('.d.ts') &&
      !runs.some((path) => file === path || file.startsWith(path + sep)),
  );
  const found = new Set<PublicErrorClass>();
  for (const file of modules) {
    const exported = (await import(join(source, file))) as Record<string, unknown>;
    for (const value of Object.values(exported)) if (isPublicError(value)) found.add(value);
  }
  return [...found];
};

const isPublicError = (value: unknown): value is PublicErrorClass =>
  typeof value === 'function' && value.prototype instanceof PublicError;

const codesOfClasses = (classes: readonly PublicErrorClass[]) =>
  classes.map((errorClass) => new errorClass('one', 'two', 'three').code);

describe('the error catalogue', () => {
  it('holds the code of every error that is thrown for a caller to read, one class a code', async () => {
    const codes = codesOfClasses(await listPublicErrors());
    expect(codes).toEqual(expect.arrayContaining(['BAD_USER_INPUT', 'FORBIDDEN', 'SLUG_TAKEN']));
    expect(codes.filter((code) => !Object.hasOwn(errorCatalogue, code))).toEqual([]);
    const shared = codes.filter((code, index) => codes.indexOf(code) !== index);
    expect(shared).toEqual([]);
  });

  it('holds every code that Apollo Server answers with', () => {
    const codes = Object.values(ApolloServerErrorCode);
    expect(codes.filter((code) => !Object.hasOwn(errorCatalogue, code))).toEqual([]);
  });

  it('names each class after its condition: the code in words', async () => {
    for (const errorClass of await listPublicErrors()) {
      const words = errorClass.name.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase();
      expect([words, ...aliases(words)]).toContain(new errorClass('one', 'two').code);
    }
  });
});

/** Where GraphQL or HTTP has a name of its own for the condition. */
const aliases = (words: string): string[] =>
  ({ BODY_TOO_LARGE: ['PAYLOAD_TOO_LARGE'], BODY_UNREADABLE: ['BAD_REQUEST'] })[words] ?? [];
