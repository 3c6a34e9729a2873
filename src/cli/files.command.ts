import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Command } from 'commander';
import type { MediaFeature } from '../features/media';
import { PublicError } from '../platform/errors';
import { print, withContent } from './command-context';
import { exitCodes } from './failure';
import { writeBar } from './import-progress';

/** What became of a file. */
interface FileOutcome {
  readonly file: string;
  readonly outcome: 'added' | 'known' | 'refused';
  readonly id: string | null;
  /** Why it was refused; null where it was not. */
  readonly reason: string | null;
}

interface AddOptions {
  readonly json?: true;
}

/** Files that are hashed before the database is asked which of them are known. */
const batchSize = 50;

/** `maqal files` */
export function addFiles(program: Command): void {
  program
    .command('files')
    .description('take in pictures')
    .command('add')
    .description(
      'take in the pictures of a folder and the folders in it; known ones cost a look-up',
    )
    .argument('<folder>', 'the folder')
    .option('--json', 'print one JSON object')
    .action(async (folder: string, options: AddOptions) => {
      const outcomes = await withContent(({ features }) =>
        addFolder(features.media.intake, folder),
      );
      print(
        options.json === true ? JSON.stringify({ files: outcomes }, null, 2) : describe(outcomes),
      );
      if (outcomes.some(({ outcome }) => outcome === 'refused'))
        process.exitCode = exitCodes.refused;
    });
}

async function addFolder(intake: MediaFeature['intake'], folder: string): Promise<FileOutcome[]> {
  const paths = await listPaths(folder);
  const outcomes: FileOutcome[] = [];
  for (let start = 0; start < paths.length; start += batchSize) {
    const hashed: { path: string; sha256: string }[] = [];
    for (const path of paths.slice(start, start + batchSize)) {
      hashed.push({ path, sha256: await intake.hash(path) });
    }
    const known = await intake.listKnown(hashed.map(({ sha256 }) => sha256));
    for (const { path, sha256 } of hashed) {
      const file = relative(folder, path);
      const id = known.get(sha256);
      if (id !== undefined) outcomes.push({ file, outcome: 'known', id, reason: null });
      else outcomes.push({ file, ...(await add(intake, path)) });
      showProgress(outcomes.length, paths.length);
    }
  }
  return outcomes;
}

async function add(
  intake: MediaFeature['intake'],
  path: string,
): Promise<Omit<FileOutcome, 'file'>> {
  try {
    const chunks: AsyncIterable<Buffer> = createReadStream(path);
    const { file, isNew } = await intake.take({ chunks, declaredType: null, language: 'en' });
    return { outcome: isNew ? 'added' : 'known', id: file.id, reason: null };
  } catch (error) {
    if (!(error instanceof PublicError)) throw error;
    return { outcome: 'refused', id: null, reason: error.message };
  }
}

/** The files of a folder in the order of their names; links are not followed. */
async function listPaths(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** On a terminal alone: a log has no use for a line that grows. */
function showProgress(doneCount: number, count: number): void {
  if (!process.stderr.isTTY) return;
  const end = doneCount === count ? '\n' : '';
  process.stderr.write(`\r${writeBar(doneCount / count, `${doneCount} of ${count}`)}${end}`);
}

function describe(outcomes: readonly FileOutcome[]): string {
  const lines = outcomes.map(({ file, outcome, id, reason }) =>
    [
      `${showName(file)}: ${outcome}`,
      id === null ? '' : ` (${id})`,
      reason === null ? '' : `: ${reason}`,
    ].join(''),
  );
  const count = (wanted: FileOutcome['outcome']) =>
    outcomes.filter(({ outcome }) => outcome === wanted).length;
  const total = `${count('added')} added, ${count('known')} known, ${count('refused')} refused`;
  return [...lines, total].join('\n');
}

/** A name may hold what moves the cursor or turns the line around. */
function showName(name: string): string {
  return name.replace(
    /[\p{Cc}\p{Cf}\u2028\u2029]/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}
