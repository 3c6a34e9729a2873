import { type ChildProcess, fork } from 'node:child_process';
import { setPriority } from 'node:os';
import { ServiceUnavailable } from '../../../platform/errors';
import type { Logger } from '../../../platform/log';
import type { JobResults, PictureJob, WorkerAnswer, WorkerRequest } from './picture-jobs';

/** What a pool is constructed with. */
export interface PicturePoolOptions {
  /** Processes at most; none is started before there is work. */
  readonly workerCount: number;
  readonly logger: Logger;
  /** Jobs that wait at most; default: 64. */
  readonly maxWaiting?: number;
  /** How long a job may take before its process is ended; default: 60 seconds. Units: milliseconds. */
  readonly jobTimeoutMs?: number;
}

/** A job that could not be done: the process ended, took too long, or threw. */
export class PictureJobFailed extends Error {
  override readonly name = 'PictureJobFailed';
}

interface Waiting {
  readonly job: PictureJob;
  readonly resolve: (result: JobResults[PictureJob['kind']]) => void;
  readonly reject: (error: Error) => void;
}

/** A process and what it works on. */
interface Worker {
  readonly process: ChildProcess;
  current: (Waiting & { readonly id: number; readonly timer: NodeJS.Timeout }) | null;
}

const defaultMaxWaiting = 64;
const defaultJobTimeoutMs = 60_000;
/** Units: bytes beyond which a process ends after its job: allocators give little back. */
const maxIdleBytes = 220_000_000;
/** Units of Unix: from -20, which runs first, to 19. Answers of the service come before pictures. */
const workerNiceness = 10;
/** Threads of glibc have arenas of their own, which would multiply what a decoder holds. */
const workerEnvironment = { MALLOC_ARENA_MAX: '2' };

/**
 * Processes that work on pictures, one job each at a time, started when there is work.
 *
 * What is encoded slowly waits behind what is not, so that an AVIF holds up few others.
 */
export class PicturePool {
  private readonly workers = new Set<Worker>();
  private readonly quick: Waiting[] = [];
  private readonly slow: Waiting[] = [];
  private nextId = 1;
  private isClosed = false;

  constructor(private readonly options: PicturePoolOptions) {}

  /**
   * Does a job.
   * Errors: ServiceUnavailable where the queue is full or the pool is closed; PictureJobFailed.
   */
  run<Job extends PictureJob>(job: Job): Promise<JobResults[Job['kind']]> {
    const { maxWaiting = defaultMaxWaiting } = this.options;
    if (this.isClosed) return Promise.reject(new ServiceUnavailable('The service is stopping'));
    const isIdle = [...this.workers].some(({ current }) => current === null);
    const mayStart = this.workers.size < this.options.workerCount;
    if (!isIdle && !mayStart && this.quick.length + this.slow.length >= maxWaiting) {
      return Promise.reject(
        new ServiceUnavailable('Too many pictures are being made: ask for this one again'),
      );
    }
    return new Promise((resolve, reject) => {
      const line = job.kind === 'render' && job.target === 'image/avif' ? this.slow : this.quick;
      line.push({ job, resolve: resolve as Waiting['resolve'], reject });
      this.serve();
    });
  }

  /** Ends every process; what waits fails. */
  async close(): Promise<void> {
    this.isClosed = true;
    const stopping = new ServiceUnavailable('The service is stopping');
    for (const { reject } of [...this.quick.splice(0), ...this.slow.splice(0)]) reject(stopping);
    await Promise.all([...this.workers].map((worker) => end(worker)));
  }

  private serve(): void {
    while (this.quick.length + this.slow.length > 0) {
      const worker = [...this.workers].find(({ current }) => current === null) ?? this.start();
      const waiting = worker === null ? undefined : (this.quick.shift() ?? this.slow.shift());
      if (worker === null || waiting === undefined) return;
      this.give(worker, waiting);
    }
  }

  private give(worker: Worker, waiting: Waiting): void {
    const { jobTimeoutMs = defaultJobTimeoutMs } = this.options;
    const id = this.nextId++;
    const timer = setTimeout(() => worker.process.kill('SIGKILL'), jobTimeoutMs);
    worker.current = { ...waiting, id, timer };
    const request: WorkerRequest = { id, job: waiting.job };
    worker.process.send(request);
  }

  private start(): Worker | null {
    const { workerCount, logger } = this.options;
    if (this.isClosed || this.workers.size >= workerCount) return null;
    const entry = require.resolve('./picture-worker');
    const child = fork(entry, {
      // From source, tsx reads it as it reads the service.
      execArgv: entry.endsWith('.ts') ? ['--import', 'tsx'] : [],
      env: workerEnvironment,
      // Instants stay instants on the way.
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const worker: Worker = { process: child, current: null };
    this.workers.add(worker);
    child.on('message', (answer: WorkerAnswer) => {
      this.settle(worker, answer);
    });
    child.on('error', (error) => {
      logger.error({ err: error }, 'The process for pictures failed');
      if (child.pid === undefined) this.forget(worker, 'No process for pictures could be started');
    });
    child.once('exit', (code, signal) => {
      this.forget(worker, `The process for pictures ended: ${signal ?? code ?? 'unknown'}`);
    });
    lowerPriority(child);
    return worker;
  }

  private settle(worker: Worker, answer: WorkerAnswer): void {
    const { current } = worker;
    if (current?.id !== answer.id) return;
    clearTimeout(current.timer);
    worker.current = null;
    if ('fault' in answer) current.reject(new PictureJobFailed(answer.fault));
    else current.resolve(answer.result);
    if (answer.heldBytes > maxIdleBytes) {
      this.workers.delete(worker);
      worker.process.disconnect();
    }
    this.serve();
  }

  private forget(worker: Worker, reason: string): void {
    this.workers.delete(worker);
    const { current } = worker;
    worker.current = null;
    if (current !== null) {
      clearTimeout(current.timer);
      current.reject(new PictureJobFailed(reason));
    }
    if (!this.isClosed) this.serve();
  }
}

function lowerPriority({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) setPriority(pid, workerNiceness);
  } catch {
    // Where the system has no priorities, or the process has ended already.
  }
}

function end({ process: child }: Worker): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => {
      resolve();
    });
    child.kill('SIGKILL');
  });
}
