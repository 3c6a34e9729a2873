import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeMarkdown } from '../../src/cli/config.command';

const root = join(__dirname, '..', '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');

describe('README.md', () => {
  it('holds the table of variables that the code prints', () => {
    const [, table] = /<!-- config: [^>]* -->\n([\s\S]*?)\n<!-- \/config -->/.exec(readme) ?? [];
    expect(table).toBe(writeMarkdown());
  });

  it('names only files that are there', () => {
    const links = [...readme.matchAll(/\]\(((?!https?:)[^)#]+)\)/g)].map(([, path]) => path ?? '');
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) expect(() => readFileSync(join(root, link))).not.toThrow(/ENOENT/);
  });

  it('gives every dependency its reason', () => {
    const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    const explained = Object.keys(dependencies).filter((name) =>
      readme.includes(
        name.replace(/^@escape\.tech\/graphql-armor-.*/, '@escape.tech/graphql-armor-*'),
      ),
    );
    expect(explained).toEqual(Object.keys(dependencies));
  });

  it('explains no library that is gone', () => {
    const [, table = ''] = /### Why these libraries\n([\s\S]*?)\n\n[^|]/.exec(readme) ?? [];
    const rows = table.split('\n').filter((row) => row.startsWith('| `'));
    const named = rows.flatMap((row) =>
      [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? ''),
    );
    expect(named.length).toBeGreaterThan(10);
    const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    const isThere = (name: string) =>
      Object.keys(dependencies).some((one) =>
        name.endsWith('*') ? one.startsWith(name.slice(0, -1)) : one === name,
      );
    expect(named.filter((name) => !isThere(name))).toEqual([]);
  });
});
