import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Cruise, cruise } from '../support/cruise';

const root = join(__dirname, '..', '..');

/** For each rule an import that breaks it: the file that imports, and what. */
const forbidden: readonly [rule: string, from: string, to: string][] = [
  ['lib-points-down', 'lib/a/index.ts', 'platform/a/index.ts'],
  ['platform-points-down', 'platform/b/index.ts', 'features/access/index.ts'],
  ['features-points-down', 'features/search/y.ts', 'http/a.ts'],
  ['features-points-down', 'features/search/z.ts', 'graphql/a.ts'],
  ['graphql-points-down', 'graphql/b.ts', 'http/a.ts'],
  ['http-points-down', 'http/b.ts', 'app/a.ts'],
  ['app-points-down', 'app/b.ts', 'cli/a.ts'],
  ['cli-points-down', 'cli/b.ts', 'main.ts'],
  ['access-imports-leftward', 'features/access/a.ts', 'features/image/index.ts'],
  ['tag-imports-leftward', 'features/tag/a.ts', 'features/article/index.ts'],
  ['media-imports-leftward', 'features/media/a.ts', 'features/image/index.ts'],
  ['image-imports-leftward', 'features/image/a.ts', 'features/section/index.ts'],
  ['section-imports-leftward', 'features/section/a.ts', 'features/article/index.ts'],
  ['article-imports-leftward', 'features/article/a.ts', 'features/comment/index.ts'],
  ['revision-imports-leftward', 'features/revision/a.ts', 'features/preview/index.ts'],
  ['preview-imports-leftward', 'features/preview/a.ts', 'features/comment/index.ts'],
  ['commenter-imports-leftward', 'features/commenter/a.ts', 'features/comment/index.ts'],
  ['submission-imports-leftward', 'features/submission/a.ts', 'features/decision/index.ts'],
  ['decision-imports-leftward', 'features/decision/a.ts', 'features/moderation/index.ts'],
  ['moderation-imports-leftward', 'features/moderation/a.ts', 'features/comment/index.ts'],
  ['comment-imports-leftward', 'features/comment/a.ts', 'features/search/index.ts'],
  ['structured-data-imports-leftward', 'features/structured-data/a.ts', 'features/report/index.ts'],
  ['report-imports-leftward', 'features/report/a.ts', 'features/review/index.ts'],
  ['review-imports-leftward', 'features/review/a.ts', 'features/receipt/index.ts'],
  ['receipt-imports-leftward', 'features/receipt/a.ts', 'features/commenter-privacy/index.ts'],
  [
    'commenter-privacy-imports-leftward',
    'features/commenter-privacy/a.ts',
    'features/comment-import/index.ts',
  ],
  ['comment-import-imports-leftward', 'features/comment-import/a.ts', 'features/search/index.ts'],
  ['search-imports-leftward', 'features/search/a.ts', 'features/import/index.ts'],
  ['known-features', 'app/c.ts', 'features/poll/index.ts'],
  ['features-have-one-door', 'features/import/a.ts', 'features/article/b.ts'],
  ['features-have-one-door', 'features/import/b.ts', 'features/article/parts/index.ts'],
  ['features-have-one-door-for-others', 'app/d.ts', 'features/article/b.ts'],
  ['graphql-knows-no-feature', 'graphql/c.ts', 'features/article/index.ts'],
  ['config-stands-alone', 'config/a.ts', 'http/a.ts'],
  ['features-are-handed-their-settings', 'features/article/c.ts', 'config/b.ts'],
  ['platform-has-doors', 'http/c.ts', 'platform/a/inside.ts'],
  ['platform-has-doors', 'http/d.ts', 'platform/database/sqlite/index.ts'],
  ['lib-has-doors', 'http/e.ts', 'lib/a/inside.ts'],
  ['resolvers-send-no-statement', 'features/image/a.resolver.ts', 'features/image/a.repository.ts'],
  ['resolvers-send-no-statement', 'features/image/b.resolver.ts', 'platform/database/index.ts'],
  ['repositories-know-no-rule', 'features/image/b.repository.ts', 'features/image/a.service.ts'],
  ['services-know-no-graphql', 'features/image/b.service.ts', 'features/image/a.resolver.ts'],
  ['services-know-no-graphql', 'features/image/c.service.ts', 'type-graphql'],
  ['policies-are-pure', 'features/image/a.policy.ts', 'features/image/a.repository.ts'],
  ['typeorm-stays-with-the-database', 'features/image/c.repository.ts', 'typeorm'],
  ['sqlite3-stays-with-sqlite', 'platform/database/a.ts', 'sqlite3'],
  ['pg-stays-with-postgres', 'platform/database/sqlite/a.ts', 'pg'],
  ['the-explorer-page-is-a-client', 'http/explorer/page/a.tsx', 'http/a.ts'],
  ['the-explorer-page-is-bundled', 'http/f.ts', 'http/explorer/page/b.ts'],
  ['only-what-is-shipped', 'lib/b/index.ts', '../test/a.ts'],
  ['only-what-is-listed', 'lib/c/index.ts', 'fast-check'],
  ['only-what-is-listed', 'lib/d/index.ts', 'no-such-package'],
  ['no-circle', 'lib/e/index.ts', 'lib/e/other.ts'],
];

/** The name by which `from` imports `to`: a package's own, or a path. */
function specifierOf(from: string, to: string): string {
  if (!to.endsWith('.ts')) return to;
  const up = '../'.repeat(from.split('/').length - 1) || './';
  return `${up}${to.replace(/\.ts$/, '')}`;
}

/** A tree of files that break every rule, each import once as a value and once as a type. */
async function writeForbidden(folder: string): Promise<void> {
  const texts = new Map<string, string>([
    ['src/lib/e/other.ts', `import type { Made } from './index';\nexport type Other = Made;\n`],
  ]);
  for (const [, from, to] of forbidden) {
    const specifier = JSON.stringify(specifierOf(from, to));
    const text = `import { made } from ${specifier};\nexport type Made = typeof made;\nexport { made };\n`;
    texts.set(`src/${from}`, text);
    const target = join('src', to);
    if (to.endsWith('.ts') && !texts.has(target)) texts.set(target, 'export const made = 1;\n');
  }
  for (const [path, text] of texts) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  for (const name of ['package.json', 'tsconfig.json']) {
    await writeFile(join(folder, name), await readFile(join(root, name)));
  }
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
}

describe('the imports of src', () => {
  let house: Cruise;

  beforeAll(async () => {
    house = await cruise();
  });

  it('are read from every room', () => {
    const own = house.files.filter((file) => file.startsWith('src/'));
    const rooms = new Set(own.map((file) => file.split('/')[1]));
    expect([...rooms].sort()).toEqual(
      ['app', 'cli', 'config', 'features', 'graphql', 'http', 'lib', 'main.ts', 'platform'].sort(),
    );
  });

  it('keep the shape of the house', () => {
    expect(house.violations).toEqual([]);
  });
});

describe('the rules on imports', () => {
  let folder: string;
  let broken: Cruise;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'maqal-imports-'));
    await writeForbidden(folder);
    broken = await cruise(folder);
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each(forbidden)('%s: catches %s, which imports %s', (rule, from) => {
    const caught = broken.violations.filter((violation) => violation.from === `src/${from}`);
    expect(caught.map((violation) => violation.rule)).toContain(rule);
  });

  it('are each shown to catch something', async () => {
    const { forbidden: rules } = (await import(join(root, '.dependency-cruiser.cjs'))) as {
      forbidden: { name: string }[];
    };
    const shown = new Set(forbidden.map(([rule]) => rule));
    expect(rules.map(({ name }) => name).filter((name) => !shown.has(name))).toEqual([]);
  });
});
