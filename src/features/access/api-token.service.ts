import type { Clock } from '../../platform/clock';
import type { Database } from '../../platform/database';
import { BadUserInput } from '../../platform/errors';
import type { IdMaker } from '../../platform/ids';
import type { Role } from '../../platform/request';
import { ApiToken } from './api-token.entity';
import { isUsable, toHour } from './api-token.policy';
import type { ApiTokenRepository } from './api-token.repository';
import { createSecret, hashSecret, type RandomBytes } from './api-token.secret';
import { apiTokenTags } from './api-token.tags';

/** What the service needs. */
export interface ApiTokenServiceDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: IdMaker;
  readonly randomBytes: RandomBytes;
  readonly tokens: ApiTokenRepository;
}

/** What a new token is to be. */
export interface ApiTokenDraft {
  readonly role: Role;
  /** For people: who holds it. */
  readonly name: string;
  /** Null for a token without an end. */
  readonly expiresAt: Date | null;
}

/** A token that was just made, with the secret that nobody will see again. */
export interface CreatedApiToken {
  readonly secret: string;
  readonly token: ApiToken;
}

/** Units: characters of a token's name; it stands in tables and in moderation's history. */
export const maxTokenNameLength = 100;

/** Making, revoking and recognizing API tokens. */
export class ApiTokenService {
  constructor(private readonly dependencies: ApiTokenServiceDependencies) {}

  /**
   * Makes a token and tells its secret this once.
   * Errors: BadUserInput for a name that is empty or too long, or an end that is past.
   */
  async create({ role, name, expiresAt }: ApiTokenDraft): Promise<CreatedApiToken> {
    const { clock, ids, randomBytes, database, tokens } = this.dependencies;
    const now = clock.now();
    const kept = checkName(name);
    if (expiresAt !== null && expiresAt <= now) {
      throw new BadUserInput(`A token must end in the future, but got: ${expiresAt.toISOString()}`);
    }
    const secret = createSecret(randomBytes);
    const token = Object.assign(new ApiToken(), {
      id: ids.make('token', now),
      name: kept,
      role,
      secretHash: hashSecret(secret),
      createdAt: now,
      expiresAt,
      lastUsedAt: null,
      revokedAt: null,
    });
    await database.transaction((transaction) => tokens.save(transaction, token));
    return { secret, token };
  }

  /** Every token, revoked ones too, oldest first. */
  list(): Promise<ApiToken[]> {
    return this.dependencies.tokens.list(this.dependencies.database.primary);
  }

  /**
   * Revokes the token of an id, or every token of a name.
   * Shape: those that were good until now; empty where there was none.
   */
  revoke(nameOrId: string): Promise<ApiToken[]> {
    const { database, clock, tokens } = this.dependencies;
    const revokedAt = clock.now();
    return database.transaction(async (transaction) => {
      const revoked: ApiToken[] = [];
      for (const token of await tokens.listByNameOrId(transaction, nameOrId)) {
        if (!(await tokens.revoke(transaction, token.id, revokedAt))) continue;
        revoked.push(Object.assign(token, { revokedAt }));
      }
      transaction.invalidate(revoked.map(({ id }) => apiTokenTags.token(id)));
      return revoked;
    });
  }

  /** The token that a secret stands for; null where it stands for none that is good. */
  async findUsable(secret: string): Promise<ApiToken | null> {
    const { database, clock, tokens } = this.dependencies;
    // A replica may not know yet that a token was made or revoked.
    const token = await tokens.findBySecretHash(database.primary, hashSecret(secret));
    return token !== null && isUsable(token, clock.now()) ? token : null;
  }

  /** Which of some tokens are still good. Cost: one statement. */
  async listUsableIds(ids: readonly string[]): Promise<ReadonlySet<string>> {
    const { database, clock, tokens } = this.dependencies;
    const found = await tokens.findByIds(database.primary, ids);
    const now = clock.now();
    return new Set(found.filter((token) => isUsable(token, now)).map(({ id }) => id));
  }

  /** Notes in which hour a token was used last. */
  async noteUse(id: string): Promise<void> {
    const { database, clock, tokens } = this.dependencies;
    const hour = toHour(clock.now());
    await database.transaction((transaction) => tokens.noteUse(transaction, id, hour));
  }
}

function checkName(name: string): string {
  const kept = name.trim();
  if (kept !== '' && kept.length <= maxTokenNameLength) return kept;
  throw new BadUserInput(
    `A token's name must have 1 to ${maxTokenNameLength} characters, but got: ${kept.length}`,
  );
}
