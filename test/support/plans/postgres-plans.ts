import { Client } from 'pg';
import type { Plan, PlanReader, TableRead } from './plan';

/** A node of EXPLAIN (FORMAT JSON), as far as it is looked at. */
interface Node {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Index Cond'?: string;
  readonly Filter?: string;
  readonly 'Recheck Cond'?: string;
  readonly 'Sort Key'?: readonly string[];
  readonly Plans?: readonly Node[];
}

/** What holds for all that stands under a node. */
interface Place {
  readonly isPage: boolean;
}

const equality = /\(?(\w+)\)?(?:::text)? (?:=|@@) /g;

/** A test's tables are so small that going through them whole is often best; a newsroom's are not. */
const settings = `
  SET plan_cache_mode = force_generic_plan;
  SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off`;

const unindexedReferences = `
  SELECT k.conrelid::regclass || '.' || a.attname AS name FROM pg_constraint k
  JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
  WHERE k.contype = 'f' AND NOT EXISTS (
    SELECT 1 FROM pg_index i
    WHERE i.indrelid = k.conrelid AND i.indpred IS NULL AND i.indkey[0] = k.conkey[1]
  )`;

/** Reads PostgreSQL's plans of statements as they are prepared, whatever is bound later. */
export async function openPostgresPlans(connectionString: string): Promise<PlanReader> {
  const client = new Client({ connectionString });
  await client.connect();
  await client.query(settings);
  return {
    explain: async (sql) => {
      // As many rows as a page holds are sorted before an index is read; many more are not.
      await client.query(`SET enable_sort = ${sql.includes('LIMIT') ? 'off' : 'on'}`);
      await client.query(`PREPARE explained AS ${sql}`);
      const nulls = Array.from({ length: countPlaceholders(sql) }, () => 'NULL').join(', ');
      const execution = `EXECUTE explained${nulls === '' ? '' : `(${nulls})`}`;
      const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Node }] }>(
        `EXPLAIN (FORMAT JSON, COSTS OFF) ${execution}`,
      );
      await client.query('DEALLOCATE explained');
      const root = rows[0]?.['QUERY PLAN'][0].Plan;
      if (root === undefined) throw new Error(`There is no plan for ${sql}`);
      return toPlan(root);
    },
    listUnindexedReferences: async () => {
      const { rows } = await client.query<{ name: string }>(unindexedReferences);
      return rows.map(({ name }) => name);
    },
    analyze: async () => {
      await client.query('ANALYZE');
    },
    close: () => client.end(),
  };
}

function countPlaceholders(sql: string): number {
  return Math.max(0, ...[...sql.matchAll(/\$(\d+)/g)].map(([, digits]) => Number(digits)));
}

function toPlan(root: Node): Plan {
  const reads: TableRead[] = [];
  const sorts: string[] = [];
  const visit = (node: Node, place: Place) => {
    const kind = node['Node Type'];
    if (kind.endsWith('Sort')) sorts.push(`Sort by ${node['Sort Key']?.join(', ') ?? ''}`);
    if (kind === 'Bitmap Heap Scan') {
      for (const index of listBitmaps(node)) reads.push(toRead(node, index, place));
      return;
    }
    if (kind.includes('Scan') && node['Relation Name'] !== undefined) {
      reads.push(toRead(node, node, place));
    }
    const isPage = kind === 'Limit' || (place.isPage && !/Sort|Aggregate|Hash/.test(kind));
    for (const child of node.Plans ?? []) visit(child, { isPage });
  };
  visit(root, { isPage: false });
  return { reads, sorts, text: JSON.stringify(root, null, 1) };
}

function listBitmaps(node: Node): Node[] {
  return (node.Plans ?? []).flatMap((child) =>
    child['Node Type'] === 'Bitmap Index Scan' ? [child] : listBitmaps(child),
  );
}

function toRead(node: Node, index: Node, { isPage }: Place): TableRead {
  const condition = index['Index Cond'] ?? '';
  return {
    table: node['Relation Name'] ?? '',
    index: index['Index Name'] ?? null,
    keys: listCompared(condition),
    isSearched: condition !== '',
    filters: listCompared(node.Filter ?? ''),
    isPage: isPage && node['Node Type'] !== 'Bitmap Heap Scan',
  };
}

function listCompared(condition: string): string[] {
  return [...condition.matchAll(equality)].map(([, column = '']) => column);
}
