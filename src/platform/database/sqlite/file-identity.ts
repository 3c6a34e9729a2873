import { stat } from 'node:fs/promises';
import { ServiceUnavailable } from '../../errors';
import { DatabaseNotReady } from '../database.errors';

const lost = 'The database file was deleted or replaced: restart the service';

/** Knows whether the files that are open are still the ones that their paths name. */
export class FileIdentity {
  private constructor(private readonly known: ReadonlyMap<string, string>) {}

  /** Remembers a database that was just opened for writing, with its log. */
  static async of(path: string): Promise<FileIdentity> {
    const known = new Map<string, string>();
    for (const file of [path, `${path}-wal`]) {
      const identity = await identify(file);
      if (identity !== null) known.set(file, identity);
    }
    return new FileIdentity(known);
  }

  /** Cost: two calls of stat. Errors: DatabaseNotReady with the reason. */
  async check(): Promise<void> {
    if (!(await this.isSame())) throw new DatabaseNotReady(lost);
  }

  /** For a commit, which is lost with the deleted file. Errors: ServiceUnavailable. */
  async checkCommit(): Promise<void> {
    if (await this.isSame()) return;
    throw new ServiceUnavailable('The database is not available at the moment', {
      operation: 'database.commit',
      engineCode: null,
      reason: lost,
      isConnectionLost: false,
    });
  }

  private async isSame(): Promise<boolean> {
    const checks = [...this.known].map(
      async ([file, identity]) => (await identify(file)) === identity,
    );
    return !(await Promise.all(checks)).includes(false);
  }
}

async function identify(file: string): Promise<string | null> {
  const found = await stat(file).catch(() => null);
  return found === null ? null : `${found.dev}:${found.ino}`;
}
