import { unwatchFile, watchFile } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import type { Logger } from '../../../platform/log';
import type { CompiledRules } from './compile-rules';
import { parseRules } from './parse-rules';
import type { RulesSource } from './rules-source';

/** Units: milliseconds between two looks at the file while nobody comments. */
const watchIntervalMs = 1_000;

/**
 * The rules of one file, read again when it changes.
 *
 * A comment is judged by the file as it is at that moment; cached answers that show the rules are
 * invalidated within a second. A file that can no longer be used leaves the last good rules in force, and
 * the log says every fault, once for each state of the file.
 */
export class RulesFile implements RulesSource {
  private readonly listeners: (() => void)[] = [];
  private reading: Promise<void> | null = null;
  private isClosed = false;

  private constructor(
    private readonly path: string,
    private readonly logger: Logger,
    private current: CompiledRules,
    private stamp: string,
  ) {
    watchFile(path, { interval: watchIntervalMs, persistent: false }, this.look);
  }

  /** Opens the file. Errors: RulesInvalid with every fault; the system's where it cannot be read. */
  static async open(path: string, logger: Logger): Promise<RulesFile> {
    const stamp = await readStamp(path);
    const rules = parseRules(await readFile(path), path);
    return new RulesFile(path, logger, rules, stamp);
  }

  get latest(): CompiledRules {
    return this.current;
  }

  async read(): Promise<CompiledRules> {
    this.reading ??= this.readIfChanged().finally(() => {
      this.reading = null;
    });
    await this.reading;
    return this.current;
  }

  onChange(listener: () => void): void {
    this.listeners.push(listener);
  }

  close(): void {
    this.isClosed = true;
    unwatchFile(this.path, this.look);
  }

  private readonly look = (): void => {
    void this.read();
  };

  private async readIfChanged(): Promise<void> {
    const stamp = await readStamp(this.path).catch(() => 'absent');
    if (stamp === this.stamp) return;
    this.stamp = stamp;
    try {
      this.current = parseRules(await readFile(this.path), this.path);
    } catch (error) {
      this.logger.error({ err: error }, 'The moderation rules stay as they were');
      return;
    }
    this.logger.info({ version: this.current.version }, 'Read the moderation rules again');
    // Listeners write to the database, which closes next.
    if (!this.isClosed) for (const listener of this.listeners) listener();
  }
}

/** What tells two states of a file apart; editors write a new file, so its number counts too. */
async function readStamp(path: string): Promise<string> {
  const { mtimeNs, size, ino } = await stat(path, { bigint: true });
  return `${mtimeNs}.${size}.${ino}`;
}
