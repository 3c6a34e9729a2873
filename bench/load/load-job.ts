import type { CpuTime } from '../processes/usage';

/** One request as it goes over the wire. */
export interface LoadRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What every load says. */
interface LoadBase {
  readonly origin: string;
  /** Whose CPU time is read while the load runs. */
  readonly serverPid: number;
  readonly connections: number;
  readonly seconds: number;
  readonly seed: number;
}

/** The same requests again and again, each connection in an order of its own. */
export interface RepeatJob extends LoadBase {
  readonly kind: 'repeat';
  readonly requests: readonly LoadRequest[];
  readonly expectedStatus: number;
}

/** Comments, each one new. */
export interface CommentJob extends LoadBase {
  readonly kind: 'comment';
  readonly document: string;
  readonly articleIds: readonly string[];
}

/** An article that the mixed load reads and writes. */
export interface MixedTarget {
  readonly id: string;
  readonly slug: string;
  /** Public comments when the load begins. */
  readonly commentCount: number;
}

/** Reads by Zipf's law among writes; every answer is held against what was acknowledged before. */
export interface MixedJob extends LoadBase {
  readonly kind: 'mixed';
  /** The hottest first. */
  readonly targets: readonly MixedTarget[];
  readonly documents: Readonly<Record<'articlePage' | 'frontPage' | 'addComment', string>>;
  /** From 0 to 1. */
  readonly writeShare: number;
  /** The load ends with this many answers, whatever `seconds` says; where it is missing, with the time. */
  readonly answers?: number;
}

/** Any load. */
export type LoadJob = RepeatJob | CommentJob | MixedJob;

/** What a load saw. */
export interface LoadResult {
  /** Answers as they should be. */
  readonly answers: number;
  /** Answers that should not be, connection failures and time-outs included. */
  readonly faults: number;
  readonly firstFault: string | null;
  readonly seconds: number;
  /** CPU time of the server; null where the system does not tell. */
  readonly serverCpu: CpuTime | null;
  readonly bytes: number;
  readonly medianMs: number;
  readonly p99Ms: number;
  /** The mixed load's own findings. */
  readonly mixed: MixedFindings | null;
}

/** What only the mixed load looks at. */
export interface MixedFindings {
  readonly reads: number;
  readonly writes: number;
  /** Comments that the service said were added. */
  readonly acknowledged: number;
  /** Answers that lacked what was acknowledged before they were asked for. */
  readonly stale: number;
  readonly firstStale: string | null;
  readonly readP99Ms: number;
  readonly writeP99Ms: number;
}
