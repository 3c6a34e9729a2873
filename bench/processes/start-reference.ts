import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compile } from './build';
import { type RunningServer, startServer } from './server-process';
import { readV8Flags } from './v8-flags';

/** A server that the service is compared with: a file in references/. */
export type ReferenceName = 'sql' | 'apollo' | 'mercurius' | 'yoga';

/** How a reference differs from the usual. */
export interface ReferenceOptions {
  readonly writes?: boolean;
  /** Apollo only: without its cache-control plugin, which hooks into every field. */
  readonly cacheControl?: 'on' | 'off';
}

/** Starts a hand-written server over the database. */
export async function startReference(
  name: ReferenceName,
  database: string,
  { writes = false, cacheControl = 'on' }: ReferenceOptions = {},
): Promise<RunningServer> {
  return startServer({
    name,
    args: [...(await readV8Flags()), await compile(`references/${name}.server`)],
    environment: {
      BENCH_DATABASE: database,
      BENCH_WRITES: writes ? 'on' : 'off',
      BENCH_CACHE_CONTROL: cacheControl,
    },
  });
}

/** Starts the bare Node server, which answers everything with these bytes. */
export async function startBare(body: string): Promise<RunningServer> {
  const file = join(tmpdir(), `maqal-bench-${process.pid}-${body.length}.json`);
  await writeFile(file, body);
  return startServer({
    name: 'bare',
    args: [...(await readV8Flags()), await compile('references/bare.server')],
    environment: { BENCH_BODY_FILE: file },
  });
}
