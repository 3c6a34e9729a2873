import sqlite3 from 'sqlite3';
import type { Plan, PlanReader, TableRead } from './plan';

/** A line of EXPLAIN QUERY PLAN. */
interface Step {
  readonly id: number;
  readonly parent: number;
  readonly detail: string;
}

type Ask = <Row>(sql: string) => Promise<Row[]>;

const sorting = /^USE TEMP B-TREE FOR (?:LAST \d+ TERMS? OF |RIGHT PART OF )?ORDER BY/;
const reading = /^(SCAN|SEARCH) (\S+)(?: USING (.*?))?(?: \((.*)\))?(?: LEFT-JOIN)?$/;

const unindexedReferences = `
  SELECT t.name || '.' || k."from" AS name
  FROM sqlite_schema t JOIN pragma_foreign_key_list(t.name) k
  WHERE t.type = 'table' AND NOT EXISTS (
    SELECT 1 FROM pragma_index_list(t.name) i JOIN pragma_index_info(i.name) c
    WHERE i.partial = 0 AND c.seqno = 0 AND c.name = k."from"
  )`;

/** Reads SQLite's plans of statements with nothing bound, as the service prepares them. */
export function openSqlitePlans(path: string): Promise<PlanReader> {
  return new Promise((resolve, reject) => {
    const handle = new sqlite3.Database(path, (error) => {
      if (error === null) resolve(createReader(handle));
      else reject(error);
    });
  });
}

function createReader(handle: sqlite3.Database): PlanReader {
  const ask: Ask = (sql) =>
    new Promise((resolve, reject) => {
      handle.all(sql, (error, rows) => {
        if (error === null) resolve(rows as never);
        else reject(error);
      });
    });
  return {
    explain: async (sql) => {
      const tables = await ask<{ name: string }>(
        `SELECT name FROM sqlite_schema WHERE type = 'table'`,
      );
      const steps = await ask<Step>(`EXPLAIN QUERY PLAN ${sql}`);
      return toPlan(sql, steps, new Set(tables.map(({ name }) => name)));
    },
    listUnindexedReferences: async () => {
      const found = await ask<{ name: string }>(unindexedReferences);
      return found.map(({ name }) => name);
    },
    analyze: async () => {
      await ask('ANALYZE');
    },
    close: () =>
      new Promise((resolve, reject) => {
        handle.close((error) => {
          if (error === null) resolve();
          else reject(error);
        });
      }),
  };
}

function toPlan(sql: string, steps: readonly Step[], tables: ReadonlySet<string>): Plan {
  const sorted = new Set(
    steps.filter(({ detail }) => sorting.test(detail)).map(({ parent }) => parent),
  );
  const names = listNames(sql, tables);
  return {
    reads: steps.flatMap(({ detail, parent }) => {
      const [, way, name = '', index = null, condition = ''] = reading.exec(detail) ?? [];
      const table = names.get(name);
      if (table === undefined) return [];
      const isPage = sql.includes('LIMIT') && !sorted.has(parent);
      const read = toRead(table, { isSearch: way === 'SEARCH', index, condition });
      return [{ ...read, isPage, filters: listFilters(sql, name, read) }];
    }),
    sorts: steps.flatMap(({ detail }) => (sorting.test(detail) ? [detail] : [])),
    text: steps.map(({ detail }) => detail).join('\n'),
  };
}

/** What stands for a table in a statement: its name, or an alias behind it. */
function listNames(sql: string, tables: ReadonlySet<string>): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const [, table = '', alias] of sql.matchAll(
    /\b(?:FROM|JOIN|UPDATE|INTO) (\w+)(?: (\w+))?/g,
  )) {
    if (!tables.has(table)) continue;
    names.set(table, table);
    if (alias !== undefined) names.set(alias, table);
  }
  return names;
}

function toRead(
  table: string,
  { isSearch, index, condition }: { isSearch: boolean; index: string | null; condition: string },
): Pick<TableRead, 'table' | 'index' | 'keys' | 'isSearched'> {
  // A text index is searched by the terms that MATCH names, or by the row’s number.
  const [, virtual] = /^\S+ VIRTUAL TABLE INDEX \d+:(.*)$/.exec(`${table} ${index ?? ''}`) ?? [];
  if (virtual !== undefined) {
    return { table, index: 'fts5', keys: /M|=/.test(virtual) ? ['term'] : [], isSearched: true };
  }
  const keys = [...condition.matchAll(/(<expr>|\w+)=\?/g)].map(([, column = '']) => column);
  const [, name = 'the primary key'] = /INDEX (\w+)$/.exec(index ?? '') ?? [];
  return { table, index: index === null ? null : name, keys, isSearched: isSearch };
}

/** Columns of a table that a statement compares, and that its index is not searched by. */
function listFilters(sql: string, name: string, { keys }: Pick<TableRead, 'keys'>): string[] {
  const compared = sql.matchAll(new RegExp(`\\b${name}\\.(\\w+)(?: \\|\\| ''\\))? (?:=|IN) `, 'g'));
  const columns = [...compared].map(([, column = '']) => column);
  return [...new Set(columns)].filter((column) => !keys.includes(column));
}
