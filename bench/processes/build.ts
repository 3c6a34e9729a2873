import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { build } from 'esbuild';
import { packagePath } from './package-path';

/** Written by every build that changes anything, while an unchanged file keeps its date. */
const buildRecord = packagePath('dist', '.tsbuildinfo');
/** Inside node_modules, so that what is compiled finds its packages. */
const outputFolder = packagePath('node_modules', '.cache', 'maqal-bench');

/** Builds the service where a source file is newer than the build. Errors: where the build fails. */
export function buildService(): void {
  if (modifiedAt(buildRecord) > newestIn(packagePath('src'))) return;
  console.log('Building the service …');
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], {
    stdio: 'inherit',
    cwd: packagePath(),
  });
  if (status !== 0) throw new Error('The service does not build');
}

/**
 * Compiles a module of the bench to plain JavaScript, so that no transpiler runs in the processes
 * that are measured.
 * Shape: `source` from bench/, without the extension; the path of the compiled file.
 */
export async function compile(source: string): Promise<string> {
  const outfile = `${outputFolder}/${source.replaceAll('/', '-')}.js`;
  await build({
    entryPoints: [packagePath('bench', `${source}.ts`)],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'error',
  });
  return outfile;
}

function newestIn(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .reduce((newest, file) => Math.max(newest, modifiedAt(`${file.parentPath}/${file.name}`)), 0);
}

/** Units: milliseconds since 1970; 0 for what is not there. */
function modifiedAt(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
