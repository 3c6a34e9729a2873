import { LRUCache } from 'lru-cache';
import type sqlite3 from 'sqlite3';

/** Prepared statements of one connection at most; one takes up to 100 KB outside the heap. */
export const maxStatements = 128;

/**
 * The prepared statements of one connection, least recently used first to go.
 *
 * An evicted statement is finalized at once. SQLite finalizes on the event loop and waits for a
 * statement that runs on the same connection, so `open` is called only while none does.
 */
export class StatementCache {
  private readonly statements = new LRUCache<string, sqlite3.Statement>({
    max: maxStatements,
    dispose: (statement) => {
      statement.finalize();
    },
  });

  constructor(private readonly handle: sqlite3.Database) {}

  /** The statement of a key, prepared where it is not cached. Errors: those of the driver. */
  async open(key: string, compose: () => string): Promise<sqlite3.Statement> {
    const known = this.statements.get(key);
    if (known !== undefined) return known;
    const statement = await new Promise<sqlite3.Statement>((resolve, reject) => {
      this.handle.prepare(compose(), function (this: sqlite3.Statement, error: Error | null) {
        if (error === null) resolve(this);
        else reject(error);
      });
    });
    this.statements.set(key, statement);
    return statement;
  }

  /** Finalizes every statement. */
  clear(): void {
    this.statements.clear();
  }
}
