import { Client } from 'pg';
import { createPostgres, type TestDatabase } from './new-database';

/** A migrated database before its first use. */
interface Recycled {
  readonly database: TestDatabase;
  /** What tells its tables from changed ones. */
  readonly shape: string;
  /** The rows that migrations leave, by table, as JSON. */
  readonly firstRows: ReadonlyMap<string, string>;
}

const free: Recycled[] = [];

/**
 * A copy of a migrated PostgreSQL database, or one that an earlier case of the same file has
 * dropped: its rows are deleted, which takes a hundredth of what creating and dropping takes.
 */
export async function recycleDatabase(template: string): Promise<TestDatabase> {
  const recycled = free.pop() ?? (await create(template));
  const { database } = recycled;
  return {
    url: database.url,
    drop: async () => {
      const isAsBefore = await withClient(database.url, (client) => restore(client, recycled));
      if (isAsBefore) free.push(recycled);
      else await database.drop();
    },
  };
}

// The file's environment calls it: a hook of Jest's would run before the file's own.
Object.assign(globalThis, {
  endOfFile: async () => {
    for (const { database } of free.splice(0)) await database.drop();
  },
});

async function create(template: string): Promise<Recycled> {
  const database = await createPostgres(template);
  return withClient(database.url, async (client) => ({
    database,
    shape: await readShape(client),
    firstRows: await readFirstRows(client),
  }));
}

/** Whether a case left the tables as they were: then their rows are as in the beginning again. */
async function restore(client: Client, { shape, firstRows }: Recycled): Promise<boolean> {
  // As DROP DATABASE … WITH (FORCE) would: a case may leave a transaction open.
  await client.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid()`,
  );
  if ((await readShape(client)) !== shape) return false;
  const tables = await listTables(client);
  const deletions = tables.map((table) => `DELETE FROM ${table};`).join(' ');
  // Twice: triggers on one table may write to another.
  await client.query(`${deletions} ${deletions}`);
  for (const [table, rows] of firstRows) {
    await client.query(
      `INSERT INTO ${table} SELECT * FROM json_populate_recordset(NULL::${table}, $1)`,
      [rows],
    );
  }
  return true;
}

async function readShape(client: Client): Promise<string> {
  const { rows } = await client.query<{ shape: string }>(
    `SELECT md5(string_agg(part, ' ' ORDER BY part)) AS shape FROM (
       SELECT concat_ws(' ', table_name, column_name, data_type, is_nullable, column_default) AS part
       FROM information_schema.columns WHERE table_schema = 'public'
       UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
     ) parts`,
  );
  return rows[0]?.shape ?? '';
}

async function readFirstRows(client: Client): Promise<Map<string, string>> {
  const rows = new Map<string, string>();
  for (const table of await listTables(client)) {
    const found = await client.query<{ rows: string | null }>(
      `SELECT json_agg(t)::text AS rows FROM ${table} t`,
    );
    const json = found.rows[0]?.rows ?? null;
    if (json !== null) rows.set(table, json);
  }
  return rows;
}

async function listTables(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT quote_ident(tablename) AS name FROM pg_tables
     WHERE schemaname = 'public' AND tablename <> 'migrations'`,
  );
  return rows.map(({ name }) => name);
}

async function withClient<Result>(
  url: string,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
