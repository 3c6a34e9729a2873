// Ends with 1 where something is missing that the tests need: they are never skipped.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import pg from 'pg';

const client = new pg.Client({ connectionString: process.env.TEST_DATABASE_URL });
await client.connect();
await client.query('SELECT 1');
await client.end();
console.log('PostgreSQL answers');

// test/postgres makes servers of its own, which it may stop.
const root = '/usr/lib/postgresql';
const versions = existsSync(root) ? readdirSync(root) : [];
const folders = [
  ...(process.env.PATH ?? '').split(delimiter),
  ...versions.map((version) => join(root, version, 'bin')),
];
const programs = folders.find(
  (folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'pg_ctl')),
);
if (programs === undefined) {
  throw new Error(`initdb and pg_ctl are neither in PATH nor in ${root}/*/bin`);
}
console.log(`initdb and pg_ctl are in ${programs}`);

if (process.getuid() === 0) {
  // PostgreSQL refuses to run as root.
  execFileSync('id', ['postgres'], { stdio: ['ignore', 'ignore', 'inherit'] });
  console.log('The user postgres exists');
}

execFileSync('python3', ['--version'], { stdio: 'inherit' });
