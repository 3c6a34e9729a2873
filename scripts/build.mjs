// Builds into dist what is older than its sources: `node scripts/build.mjs`, and `--all` whatever its age.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, realpathSync, rmSync, statSync, utimesSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const explorer = join('src', 'http', 'explorer', 'page');

/** What is built: the file that tells when, what has to be there too, and what it is made of. */
const parts = {
  service: {
    stamp: 'dist/.tsbuildinfo',
    result: 'dist/main.js',
    sources: ['src', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json'],
    command: [
      createRequire(import.meta.url).resolve('typescript/bin/tsc'),
      '-p',
      'tsconfig.build.json',
    ],
  },
  explorer: {
    stamp: 'dist/http/explorer/assets/manifest.json',
    result: 'dist/http/explorer/assets/manifest.json',
    sources: [explorer, 'package-lock.json', 'scripts/build-explorer.mjs'],
    command: ['scripts/build-explorer.mjs'],
  },
};

/** Builds the named parts side by side. Errors: where one does not build. */
export async function build(names, { isForced = false } = {}) {
  const stale = names.map((name) => parts[name]).filter((part) => isForced || !isFresh(part));
  if (stale.length === 0) return;
  const startedAt = new Date();
  if (isForced) for (const { stamp } of stale) rmSync(join(root, stamp), { force: true });
  // Standard output is the service's log.
  process.stderr.write('Building…\n');
  await Promise.all(stale.map((part) => buildPart(part, startedAt)));
  const seconds = (Date.now() - startedAt.getTime()) / 1_000;
  process.stderr.write(`Built in ${seconds.toFixed(1)} s\n`);
}

async function buildPart({ stamp, result, command }, startedAt) {
  // The compiler believes what it remembers of a dist that somebody has emptied since.
  if (!existsSync(join(root, result))) rmSync(join(root, stamp), { force: true });
  const child = spawn(process.execPath, command, { cwd: root, stdio: ['ignore', 2, 2] });
  const [code] = await once(child, 'exit');
  if (code !== 0) {
    // What was written in spite of the faults is not taken for a build the next time.
    rmSync(join(root, stamp), { force: true });
    throw new Error(`${command[0]} ended with ${code}`);
  }
  // The compiler leaves the file as it is where no text changed; what is edited meanwhile is newer.
  utimesSync(join(root, stamp), startedAt, startedAt);
}

function isFresh({ stamp, result, sources }) {
  if (!existsSync(join(root, stamp)) || !existsSync(join(root, result))) return false;
  const builtAtMs = statSync(join(root, stamp)).mtimeMs;
  return sources.flatMap(listFiles).every((file) => statSync(file).mtimeMs < builtAtMs);
}

function listFiles(source) {
  const path = join(root, source);
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

if (realpathSync(process.argv[1] ?? '') === import.meta.filename) {
  try {
    await build(Object.keys(parts), { isForced: process.argv.includes('--all') });
  } catch (error) {
    process.stderr.write(`The build failed: ${error.message}\n`);
    process.exitCode = 1;
  }
}
