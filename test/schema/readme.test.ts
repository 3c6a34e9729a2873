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
});
