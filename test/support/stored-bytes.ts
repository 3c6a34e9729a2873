import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Client } from 'pg';
import type { TestDatabase } from './test-database';

/**
 * Everything that a database holds: on SQLite the bytes of all its files, on PostgreSQL the rows of
 * all its tables, since the server's files belong to every database.
 */
export function readStoredBytes({ url }: TestDatabase): Promise<Buffer> {
  return url.startsWith('sqlite:') ? readFiles(url.slice('sqlite:'.length)) : readTables(url);
}

async function readFiles(path: string): Promise<Buffer> {
  const names = (await readdir(dirname(path))).filter((name) => name.startsWith(basename(path)));
  const files = await Promise.all(names.map((name) => readFile(join(dirname(path), name))));
  return Buffer.concat(files);
}

async function readTables(connectionString: string): Promise<Buffer> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'",
    );
    const texts: string[] = [];
    for (const { name } of tables) {
      const { rows } = await client.query<{ text: string | null }>(
        `SELECT string_agg(t::text, ' ') AS text FROM "${name}" t`,
      );
      texts.push(rows[0]?.text ?? '');
    }
    return Buffer.from(texts.join(' '));
  } finally {
    await client.end();
  }
}
