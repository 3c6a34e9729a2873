import { all, closeSqlite, openSqlite } from '../by-hand/sqlite';

/** What the tables and indexes of search take in a SQLite file. Units: bytes. */
export async function readIndexBytes(path: string): Promise<number> {
  const db = await openSqlite(path, false);
  const [row] = await all<{ bytes: number }>(
    db,
    `SELECT sum(pgsize) AS bytes FROM dbstat
      WHERE name LIKE 'search\\_%' ESCAPE '\\' OR name LIKE 'sqlite\\_autoindex\\_search\\_%' ESCAPE '\\'`,
  );
  await closeSqlite(db);
  return row?.bytes ?? Number.NaN;
}
