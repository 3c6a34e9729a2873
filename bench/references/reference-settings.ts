import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HandReads } from '../by-hand/hand-reads';
import { HandWrites } from '../by-hand/hand-writes';
import { createHandContext, type HandContext } from '../by-hand/resolvers';

/** The public contract, which the GraphQL references answer too. */
export function readTypeDefinitions(): string {
  return readFileSync(join(process.cwd(), 'schema', 'schema.graphql'), 'utf8');
}

/** A setting that the bench hands to a reference. Errors: an Error where it is missing. */
export function readSetting(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set`);
  return value;
}

/** Opens the database that BENCH_DATABASE names; makes a context for each request. */
export async function openContexts(): Promise<() => HandContext> {
  const path = readSetting('BENCH_DATABASE');
  const reads = await HandReads.open(path);
  const writes = process.env['BENCH_WRITES'] === 'on' ? await HandWrites.open(path) : null;
  return () => createHandContext(reads, writes);
}

/** Tells the bench where the server listens, and stops when it is asked to. */
export function announce(port: number): void {
  process.once('SIGTERM', () => process.exit(0));
  console.log(`Listening on http://127.0.0.1:${port}`);
}
