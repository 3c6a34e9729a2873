import { type Command, InvalidArgumentError } from 'commander';
import { type ApiToken, type ApiTokenService } from '../features/access';
import { BadUserInput } from '../platform/errors';
import { type Role, roles } from '../platform/request';
import { print, withContent } from './command-context';
import { CommandFailed } from './failure';
import { writeTable } from './table';

interface CreateOptions {
  readonly role: Role;
  readonly name: string;
  readonly expires?: (now: Date) => Date;
  readonly json?: true;
}

/** `maqal token` */
export function addToken(program: Command): void {
  const token = program
    .command('token')
    .description(
      'make, list and revoke API tokens, which are sent as Authorization: Bearer <token>',
    );
  token
    .command('create')
    .description('make a token and print it, this once')
    .requiredOption('--role <role>', `one of ${roles.join(', ')}`, readRole)
    .requiredOption('--name <name>', 'who holds it, for people')
    .option('--expires <when>', 'after a time such as 90d or 12h, or at an instant', readExpiry)
    .option('--json', 'print one JSON object')
    .action(create);
  token
    .command('list')
    .description('list every token, revoked ones too; no secret is known any more')
    .option('--json', 'print one JSON object')
    .action(list);
  token
    .command('revoke')
    .description('revoke the token of an id, or every token of a name')
    .argument('<id or name>')
    .option('--json', 'print one JSON object')
    .action(revoke);
}

async function create(options: CreateOptions, command: Command): Promise<void> {
  const { role, name, expires, json } = options;
  const draft = { role, name, expiresAt: expires?.(new Date()) ?? null };
  const created = await withTokens((tokens) =>
    tokens.create(draft).catch((error: unknown) => {
      if (error instanceof BadUserInput) command.error(`error: ${error.message}`);
      throw error;
    }),
  );
  const { id, expiresAt } = created.token;
  if (json === true) {
    print(JSON.stringify({ token: created.secret, id, name: created.token.name, role, expiresAt }));
    return;
  }
  print(created.secret);
  // Standard output holds the secret alone, for `TOKEN=$(maqal token create …)`.
  process.stderr.write(`${id} (${role}): keep it now, it is not shown again\n`);
}

async function list({ json }: { json?: true }): Promise<void> {
  const tokens = await withTokens((service) => service.list());
  print(json === true ? JSON.stringify({ tokens: tokens.map(toPublic) }) : writeTokens(tokens));
}

async function revoke(nameOrId: string, { json }: { json?: true }): Promise<void> {
  const revoked = await withTokens((tokens) => tokens.revoke(nameOrId));
  if (revoked.length === 0) throw new CommandFailed(`There is no token to revoke: ${nameOrId}`);
  if (json === true) print(JSON.stringify({ revoked: revoked.map(toPublic) }));
  else for (const { id, name } of revoked) print(`Revoked ${id} (${name})`);
}

function withTokens<Result>(work: (tokens: ApiTokenService) => Promise<Result>): Promise<Result> {
  return withContent(({ access }) => work(access.tokens));
}

function toPublic({ secretHash: _secretHash, ...rest }: ApiToken) {
  return rest;
}

function writeTokens(tokens: readonly ApiToken[]): string {
  const rows = tokens.map(({ id, role, createdAt, expiresAt, lastUsedAt, revokedAt, name }) => [
    ...[id, role, writeInstant(createdAt), writeInstant(expiresAt)],
    ...[writeInstant(lastUsedAt), writeInstant(revokedAt), name],
  ]);
  return writeTable(['Id', 'Role', 'Made', 'Ends', 'Last used', 'Revoked', 'Name'], rows);
}

/** To the minute: a table is for people. */
function writeInstant(instant: Date | null): string {
  return instant === null ? '-' : `${instant.toISOString().slice(0, 16)}Z`;
}

function readRole(text: string): Role {
  const wanted: string = text.toUpperCase();
  const role = roles.find((known: string) => known === wanted);
  if (role !== undefined) return role;
  throw new InvalidArgumentError(`Wanted one of ${roles.join(', ')}.`);
}

/** Units: milliseconds. */
const unitMs: Readonly<Record<string, number>> = { h: 3_600_000, d: 86_400_000, w: 604_800_000 };

function readExpiry(text: string): (now: Date) => Date {
  const [, count, unit = ''] = /^(\d{1,5})([hdw])$/.exec(text) ?? [];
  if (count !== undefined) {
    return (now) => new Date(now.getTime() + Number(count) * (unitMs[unit] ?? 0));
  }
  const instant = new Date(text);
  const isDated = /^\d{4}-\d{2}-\d{2}(T.+(Z|[+-]\d{2}:\d{2}))?$/i.test(text);
  if (isDated && !Number.isNaN(instant.getTime())) return () => instant;
  throw new InvalidArgumentError('Wanted a time such as 90d, 12h or 4w, or 2027-01-31T00:00:00Z.');
}
