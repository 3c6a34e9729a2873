import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { compile } from '../processes/build';
import { seat } from '../processes/cores';
import { packagePath } from '../processes/package-path';
import type { LoadJob, LoadResult } from './load-job';

interface Reply {
  readonly result?: LoadResult;
  readonly error?: string;
}

/** The load driver, in a process of its own. */
export class Driver {
  private constructor(private readonly child: ChildProcess) {}

  /** Starts the process. */
  static async start(): Promise<Driver> {
    const entry = await compile('load/driver.process');
    const [program, ...args] = seat('driver', [process.execPath, entry]);
    const child = spawn(program, args, {
      cwd: packagePath(),
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    return new Driver(child);
  }

  /** Runs one load; one at a time. Errors: an Error where the load cannot be run. */
  async load(job: LoadJob): Promise<LoadResult> {
    const replied = once(this.child, 'message') as Promise<[Reply]>;
    this.child.send(job);
    const [{ result, error }] = await replied;
    if (result === undefined) throw new Error(`The load driver failed: ${error ?? ''}`);
    return result;
  }

  /** Ends the process. */
  stop(): void {
    this.child.disconnect();
    this.child.kill();
  }
}
