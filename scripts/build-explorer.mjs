// Bundles the explorer's page and its editors' workers into dist: `node scripts/build-explorer.mjs`.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { build } from 'esbuild';

const PAGE = 'src/http/explorer/page';
const OUTPUT = 'dist/http/explorer/assets';
const WORKERS = {
  editor: 'monaco-editor/esm/vs/editor/editor.worker.js',
  json: 'monaco-editor/esm/vs/language/json/json.worker.js',
  graphql: 'monaco-graphql/esm/graphql.worker.js',
};

const common = {
  bundle: true,
  minify: true,
  outdir: OUTPUT,
  entryNames: '[name]-[hash]',
  chunkNames: '[name]-[hash]',
  metafile: true,
  logLevel: 'warning',
};

await rm(OUTPUT, { recursive: true, force: true });
await mkdir(OUTPUT, { recursive: true });
const [scripts, styles] = await Promise.all([
  build({
    ...common,
    entryPoints: { main: `${PAGE}/main.tsx`, ...WORKERS },
    format: 'esm',
    splitting: true,
    jsx: 'automatic',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
    // GraphiQL's own style sheet already holds Monaco's, which its modules would add again.
    loader: { '.css': 'empty' },
  }),
  build({ ...common, entryPoints: [`${PAGE}/styles.css`] }),
]);

/** The name of the file that an entry point became. */
function fileOf({ metafile }, entryPoint) {
  const found = Object.entries(metafile.outputs).find(([, output]) =>
    output.entryPoint?.endsWith(entryPoint),
  );
  return basename(found[0]);
}

const manifest = {
  script: fileOf(scripts, 'main.tsx'),
  style: fileOf(styles, 'styles.css'),
  workers: Object.fromEntries(
    Object.entries(WORKERS).map(([label, path]) => [label, fileOf(scripts, path)]),
  ),
};
await writeFile(join(OUTPUT, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
