import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { z } from 'zod';

const manifest = 'manifest.json';

/** Beside this file when it runs from dist; in dist all the same when it runs from src. */
const defaultDirectories = [
  join(__dirname, 'assets'),
  join(__dirname, '../../../dist/http/explorer/assets'),
];

const contentTypes: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

const manifestSchema = z.object({
  script: z.string(),
  style: z.string(),
  workers: z.record(z.string(), z.string()),
});

/** The names of the files that the page refers to, as scripts/build-explorer.mjs wrote them. */
export type ExplorerManifest = z.infer<typeof manifestSchema>;

/** One file of the bundle, ready to be sent. */
export interface ExplorerAsset {
  readonly contentType: string;
  readonly content: Buffer;
}

/** Finds where the bundle is, there or where `npm run build` puts it; null when it is not built. */
export function findAssetsDirectory(directory?: string): string | null {
  const candidates = directory === undefined ? defaultDirectories : [directory];
  return candidates.find((candidate) => existsSync(join(candidate, manifest))) ?? null;
}

/** Reads which files of the bundle the page refers to. */
export async function readManifest(directory: string): Promise<ExplorerManifest> {
  return manifestSchema.parse(JSON.parse(await readFile(join(directory, manifest), 'utf8')));
}

/**
 * Reads one file of the bundle by its name.
 *
 * Shape: null for a name that the bundle does not hold; a name with a slash is never one.
 */
export async function readAsset(directory: string, name: string): Promise<ExplorerAsset | null> {
  const contentType = contentTypes[extname(name)];
  if (contentType === undefined || !/^[\w.-]+$/.test(name)) return null;
  const content = await readFile(join(directory, name)).catch(() => null);
  return content && { contentType, content };
}
