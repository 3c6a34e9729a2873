import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writeMarkdown } from '../../src/cli/config.command';

const root = join(__dirname, '..', '..');
const readText = (path: string) => readFileSync(join(root, path), 'utf8');

const pages = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

/** Headings as GitHub makes anchors of them. */
const listAnchors = (page: string) =>
  [...readText(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );

/** Files that the recipes of CONTRIBUTING.md would make. */
const examples = ['src/cli/count.command.ts', 'src/features/import/json/parse-json-page.ts'];

const listSources = () =>
  readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.tsx?$/.test(name),
  );

describe('docs/operating.md', () => {
  it('quotes only messages that the service logs', () => {
    const [, section = ''] = readText('docs/operating.md').split('## What to watch');
    const quoted = [...section.matchAll(/^\| `([A-Z][^`]+)` \|/gm)].map(([, text = '']) => text);
    const sources = listSources().map((name) => readText(`src/${name}`));
    expect(quoted.filter((text) => !sources.some((source) => source.includes(text)))).toEqual([]);
    expect(quoted.length).toBeGreaterThan(5);
  });

  it('holds the table of variables that the code prints', () => {
    const [, table] =
      /<!-- config: [^>]* -->\n+([\s\S]*?)\n+<!-- \/config -->/.exec(
        readText('docs/operating.md'),
      ) ?? [];
    expect(table).toBe(writeMarkdown());
  });
});

describe('the pages for people', () => {
  it('are all read', () => {
    expect(pages).toEqual(
      expect.arrayContaining(['README.md', 'CONTRIBUTING.md', 'docs/architecture.md']),
    );
    expect(pages.length).toBeGreaterThan(20);
  });

  it.each(pages)('%s links only to files and headings that are there', (page) => {
    const links = [...readText(page).matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)/g)];
    for (const [, path = '', anchor] of links) {
      const target = path === '' ? page : join(dirname(page), path);
      expect(() => readFileSync(join(root, target))).not.toThrow(/ENOENT/);
      if (anchor !== undefined) expect(listAnchors(target)).toContain(anchor);
    }
  });

  it.each(pages)('%s names only files of src and test that are there', (page) => {
    const named = [...readText(page).matchAll(/`((?:src|test)\/[\w./-]+\.\w+)`/g)].map(
      ([, path = '']) => path,
    );
    for (const path of named.filter((one) => !examples.includes(one))) {
      expect(() => readFileSync(join(root, path))).not.toThrow(/ENOENT/);
    }
  });

  it('lists every decision', () => {
    const decisions = pages.filter((page) => /^docs\/decisions\/\d/.test(page));
    const index = readText('docs/decisions/README.md');
    expect(decisions.filter((page) => !index.includes(`](${page.slice(15)})`))).toEqual([]);
    expect(decisions.length).toBeGreaterThan(10);
  });
});

describe('docs/architecture.md', () => {
  const text = readText('docs/architecture.md');

  it('names only files of src that are there', () => {
    const files = listSources();
    const named = new Set(text.match(/[\w/.-]*[\w-]\.ts\b/g));
    const isThere = (name: string) =>
      name.startsWith('x.') ||
      name.startsWith('test/') ||
      files.some((file) => `/src/${file}`.endsWith(`/${name}`));
    expect([...named].filter((name) => !isThere(name))).toEqual([]);
    expect(named.size).toBeGreaterThan(40);
  });

  it('explains at most forty terms', () => {
    const [, glossary = ''] = text.split('## Glossary');
    const rows = glossary.split('\n').filter((line) => line.startsWith('| '));
    // Less the head and the rule below it.
    expect(rows.length - 2).toBeLessThanOrEqual(40);
  });
});

describe('docs/decisions/0015-why-these-libraries.md', () => {
  const table = readText('docs/decisions/0015-why-these-libraries.md');
  const { dependencies } = JSON.parse(readText('package.json')) as {
    dependencies: Record<string, string>;
  };
  const named = table
    .split('\n')
    .filter((row) => row.startsWith('| `'))
    .flatMap((row) =>
      [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? ''),
    );
  const fits = (name: string, dependency: string) =>
    name.endsWith('*') ? dependency.startsWith(name.slice(0, -1)) : dependency === name;

  it('gives every dependency its reason', () => {
    const unexplained = Object.keys(dependencies).filter(
      (dependency) => !named.some((name) => fits(name, dependency)),
    );
    expect(unexplained).toEqual([]);
  });

  it('explains no library that is gone', () => {
    expect(named.length).toBeGreaterThan(10);
    const gone = named.filter(
      (name) => !Object.keys(dependencies).some((dependency) => fits(name, dependency)),
    );
    expect(gone).toEqual([]);
  });
});
