import { createReadStream } from 'node:fs';
import { dirname, extname, normalize, sep } from 'node:path';
import { decodeUtf8, MalformedUtf8 } from '../../lib/utf8';
import { isSourceKey, type PageFacts, readFacts, sourceKeyRule } from './import.facts';
import { type ImportReport, type ImportService, unread } from './import.service';
import type { ImportFormat } from './importers';

/** The largest page or facts file that is read, in bytes: some hundred times a long article. */
const maxFileBytes = 4 * 1024 * 1024;

/** How files are imported. */
export interface ImportFilesOptions {
  readonly format: ImportFormat;
  /** Said by the caller: goes before what a facts file says. */
  readonly facts: PageFacts;
  readonly isDryRun: boolean;
  /** True: save the pages and publish none; false where it is left out. */
  readonly isDraft?: boolean;
  /** True: refuse a page with lines whose role is in doubt; false where it is left out. */
  readonly isStrict?: boolean;
}

/** What became of one file; `file` as the caller named it. */
export type FileReport = { readonly file: string } & ImportReport;

/** Imports one file, with the facts file beside it where there is one (`page.txt`, `page.json`). */
export async function importFile(
  imports: ImportService,
  file: string,
  { format, facts, isDryRun, isDraft = false, isStrict = false }: ImportFilesOptions,
): Promise<FileReport> {
  let request;
  try {
    const source = await readText(file);
    const all = { ...(await readFactsBeside(file)), ...facts };
    const sourceKey = all.source ?? sourceKeyOf(file);
    const folder = dirname(file);
    request = { sourceKey, source, folder, format, facts: all, isDraft, isDryRun, isStrict };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { file, outcome: 'refused', articleId: null, slug: null, reason, notes: [], ...unread };
  }
  return { file, ...(await imports.importPage(request)) };
}

/**
 * The source key of a page where nobody states one: its path as the caller gave it.
 *
 * Shape: `./a.txt` and `b/../a.txt` are `a.txt`, in NFC and with `/` on every system; a relative
 * and an absolute path of one file are two keys.
 * Errors: an Error where the path cannot be a key.
 */
function sourceKeyOf(file: string): string {
  const path = normalize(file).split(sep).join('/').normalize('NFC');
  if (isSourceKey(path)) return path;
  throw new Error(`The path cannot be the source key, which is ${sourceKeyRule}: state another`);
}

/** Reads a file whole, unless it is larger than a page. Errors: an Error that states the limit. */
async function readBytes(file: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  // One byte more than a page may have: a file may grow while it is read.
  for await (const chunk of createReadStream(file, { end: maxFileBytes })) {
    chunks.push(chunk as Buffer);
  }
  const bytes = Buffer.concat(chunks);
  if (bytes.length <= maxFileBytes) return bytes;
  throw new Error(`it has more than ${maxFileBytes} bytes`);
}

async function readText(file: string): Promise<string> {
  try {
    return decodeUtf8(await readBytes(file));
  } catch (error) {
    throw new Error(`The file cannot be read: ${describe(error)}`);
  }
}

async function readFactsBeside(file: string): Promise<PageFacts> {
  const factsFile = `${file.slice(0, file.length - extname(file).length)}.json`;
  let json: string;
  try {
    json = decodeUtf8(await readBytes(factsFile));
  } catch (error) {
    if (isAbsent(error)) return {};
    throw new Error(`The facts file ${factsFile} cannot be read: ${describe(error)}`);
  }
  try {
    return readFacts(json);
  } catch (error) {
    throw new Error(`The facts file ${factsFile} cannot be used: ${describe(error)}`);
  }
}

function isAbsent(error: unknown): boolean {
  return codeOf(error) === 'ENOENT';
}

/** The system's code without the path, which the report names already. */
function describe(error: unknown): string {
  if (error instanceof MalformedUtf8) return `line ${error.line}: ${error.message}`;
  return codeOf(error) ?? (error instanceof Error ? error.message : String(error));
}

/** By its shape: an error of Node's own may come from another realm. */
function codeOf(error: unknown): string | null {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : null;
}
