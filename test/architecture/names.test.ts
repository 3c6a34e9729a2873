import {
  findAny,
  findDefaultExports,
  findExcuses,
  findForeignWords,
  findMisplacedClasses,
  findOddName,
  findPrivateParts,
  findSkippedTests,
  findSleeps,
  findUndocumented,
  findWideDoor,
  type HouseRule,
} from '../support/house-rules';
import { listPaths, parseFiles, parseText } from '../support/source-files';

const everywhere = ['src', 'test', 'bench', 'examples'];
const files = parseFiles(everywhere);
const inFolder = (folder: string) => files.filter(({ path }) => path.startsWith(`${folder}/`));

const broken = (rule: HouseRule, text: string, path = 'src/features/a/a.ts') =>
  rule(parseText(path, text));

const catches = (rule: HouseRule, texts: readonly string[]) => {
  for (const text of texts) expect([text, broken(rule, text).length]).toEqual([text, 1]);
};

describe('the files', () => {
  it('are all read', () => {
    for (const folder of ['src', 'test']) expect(inFolder(folder).length).toBeGreaterThan(50);
  });

  it('are named in kebab-case', () => {
    const paths = listPaths([...everywhere, 'scripts', 'schema/operations']);
    // An operation's file has the operation's name, as clients know it.
    const own = paths.filter((path) => !/\.graphql$|\/README\.md$/.test(path));
    expect(own.flatMap((path) => findOddName({ path }))).toEqual([]);
    expect(findOddName({ path: 'src/lib/readFile.ts' })).not.toEqual([]);
    expect(findOddName({ path: 'src/Lib/read-file.ts' })).not.toEqual([]);
    expect(findOddName({ path: 'src/lib/read_file.ts' })).not.toEqual([]);
  });

  it('have the suffix of what stands in them', () => {
    expect(inFolder('src').flatMap(findMisplacedClasses)).toEqual([]);
    const misplaced = [
      "@Entity('a') class A {}",
      '@Resolver(() => A) export class B {}',
      '@InputType() class C {}',
      'export class ARepository {}',
      'export class AService {}',
    ];
    catches(findMisplacedClasses, misplaced);
  });
});

describe('the names', () => {
  it('are exported by name', () => {
    expect(files.flatMap(findDefaultExports)).toEqual([]);
    const defaults = [
      'export default 1;',
      'export default function run() {}',
      'export default class {}',
      'const a = 1; export { a as default };',
      "export { default } from './b';",
    ];
    catches(findDefaultExports, defaults);
    expect(broken(findDefaultExports, 'switch (a) { default: }')).toEqual([]);
  });

  it('use the words of the house', () => {
    expect(inFolder('src').flatMap(findForeignWords)).toEqual([]);
    for (const name of ['CommentManager', 'CacheImpl', 'ICache', 'DateUtils']) {
      expect([name, broken(findForeignWords, `class ${name} {}`).length]).toEqual([name, 1]);
    }
    expect(broken(findForeignWords, 'interface Image {} class ImportService {}')).toEqual([]);
  });

  it('are 15 at most in the door of a feature', () => {
    const doors = files.filter(({ path }) => /^src\/features\/[^/]+\/index\.ts$/.test(path));
    expect(doors.length).toBeGreaterThan(10);
    expect(doors.flatMap(findWideDoor)).toEqual([]);
    const names = Array.from({ length: 15 }, (_, index) => `name${index}`);
    const door = `export { ${names.join(', ')} } from './a';`;
    expect(broken(findWideDoor, door)).toEqual([]);
    catches(findWideDoor, [`${door}\nexport const p = 1;`, "export * from './a';"]);
  });

  it('are explained where they are exported', () => {
    expect(inFolder('src').flatMap(findUndocumented)).toEqual([]);
    expect(broken(findUndocumented, 'export const a = 1;')).toHaveLength(1);
    expect(broken(findUndocumented, '/** One. */\nexport const a = 1;')).toEqual([]);
    expect(broken(findUndocumented, "export { a } from './a';")).toEqual([]);
  });
});

describe('the code', () => {
  it('knows the type of everything', () => {
    expect(files.flatMap(findAny)).toEqual([]);
    catches(findAny, ['let a: any;', 'f(a as any);', 'type A = Promise<any[]>;']);
    expect(broken(findAny, "const any = 'any'; // any")).toEqual([]);
  });

  it('puts nothing off, and switches no check off', () => {
    expect(files.flatMap(findExcuses)).toEqual([]);
    const excuses = [
      '// TODO: later',
      'f(); // fixme',
      '/* Good enough for now. */',
      '// @ts-expect-error: the types are wrong',
      '/* eslint-disable no-console */',
      'f(/* HACK */ 1);',
      'if (a) {\n  // XXX\n}',
    ];
    catches(findExcuses, excuses);
    expect(broken(findExcuses, "const text = '// TODO';")).toEqual([]);
  });
});

describe('packages and Node', () => {
  it('are used by their public parts', () => {
    // The page of the explorer is built of a package's own files.
    const own = inFolder('src').filter(({ path }) => !path.startsWith('src/http/explorer/page/'));
    // Decision 17 says what this one gains.
    const others = own.filter((file) => !file.path.endsWith('response-cache/wire-head.ts'));
    expect(others.flatMap(findPrivateParts)).toEqual([]);
    const privateParts = [
      'response._header = lines;',
      "const isOpen = '_header' in response;",
      "socket['_handle'].fd;",
      'interface Composed { _header: string }',
      'const { _events } = emitter;',
      "import { setFlagsFromString } from 'node:v8';",
      'const { databaseConnection } = source.driver;',
      "import { ColumnMetadataArgs } from 'typeorm/metadata-args/ColumnMetadataArgs';",
      "export { parse } from '@scope/name/dist/parse';",
      'f(source.driver as unknown as Driver);',
    ];
    catches(findPrivateParts, privateParts);
    const text =
      "import { a } from '@apollo/server/errors'; const _a = b as unknown; c.__typename;";
    expect(broken(findPrivateParts, text)).toEqual([]);
  });
});

describe('the tests', () => {
  it('all run', () => {
    expect(inFolder('test').flatMap(findSkippedTests)).toEqual([]);
    const skipped = [
      "it.skip('a', f);",
      "describe.only('a', f);",
      "it.only.each([1])('a', f);",
      "it.todo('a');",
      "xit('a', f);",
      "fdescribe('a', f);",
      "test.failing('a', f);",
    ];
    catches(findSkippedTests, skipped);
    expect(broken(findSkippedTests, "it.each([1])('a', f); page.skip(); parser.only = 1;")).toEqual(
      [],
    );
  });

  it('wait on conditions, never on clocks', () => {
    expect(inFolder('test').flatMap(findSleeps)).toEqual([]);
    expect(broken(findSleeps, 'await new Promise((done) => setTimeout(done, 100));')).toHaveLength(
      1,
    );
    expect(broken(findSleeps, "import { setTimeout } from 'node:timers/promises';")).toHaveLength(
      1,
    );
    expect(broken(findSleeps, 'page.setDefaultTimeout(20_000);')).toEqual([]);
  });
});
