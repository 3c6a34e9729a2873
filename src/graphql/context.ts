import type { CancellationSignal } from '../platform/cancellation';
import type { Database, Queryable } from '../platform/database';
import {
  CacheDependencies,
  type Language,
  type RequestScope,
  type Viewer,
} from '../platform/request';

/** What a request brings with it. */
export interface RequestFacts {
  readonly viewer: Viewer;
  readonly language: Language;
  readonly now: Date;
  readonly signal: CancellationSignal;
  readonly requestId: string;
  readonly clientAddress?: string | undefined;
  /** Consumes the points of an operation. Errors: a PublicError where too few are left. */
  readonly consume?: (points: number) => void;
  /** Whether rows kept for everybody may serve a query; default: everything is read anew. */
  readonly readsCachedRows?: boolean;
}

/** What changes while a request is answered. */
interface RequestState {
  reads: Queryable;
  readsCachedRows: boolean;
  areLoadersRenewed: boolean;
  isLanguageUsed: boolean;
  cacheHintSeconds: number | null;
  hasFailed: boolean;
}

/**
 * The state of one GraphQL request; features see it as their `RequestScope`.
 *
 * Apollo works on a shallow copy of it, so whatever changes stands in one object that both share.
 */
export class RequestContext implements RequestScope {
  readonly viewer: Viewer;
  readonly now: Date;
  readonly signal: CancellationSignal;
  readonly requestId: string;
  readonly clientAddress: string | undefined;
  readonly consume: (points: number) => void;
  readonly cacheDependencies = new CacheDependencies();
  readonly reads: Queryable;
  private readonly chosenLanguage: Language;
  private readonly state: RequestState;
  private readonly made = new Map<unknown, unknown>();

  constructor(
    private readonly database: Database,
    {
      viewer,
      language,
      now,
      signal,
      requestId,
      clientAddress,
      consume = () => undefined,
      readsCachedRows = false,
    }: RequestFacts,
  ) {
    this.viewer = viewer;
    this.chosenLanguage = language;
    this.now = now;
    this.signal = signal;
    this.requestId = requestId;
    this.consume = consume;
    this.clientAddress = clientAddress;
    const state: RequestState = {
      reads: database.replica.openForRequest(signal),
      readsCachedRows,
      areLoadersRenewed: false,
      isLanguageUsed: false,
      cacheHintSeconds: null,
      hasFailed: false,
    };
    this.state = state;
    this.reads = {
      // What has not begun when the request is given up is dropped.
      select: (selection, parameters) => {
        signal.throwIfAborted();
        return state.reads.select(selection, parameters);
      },
    };
  }

  get readsCachedRows(): boolean {
    return this.state.readsCachedRows;
  }

  get language(): Language {
    this.state.isLanguageUsed = true;
    return this.chosenLanguage;
  }

  /** Whether any part of the answer was chosen by the caller's language. */
  get isLanguageUsed(): boolean {
    return this.state.isLanguageUsed;
  }

  /** Seconds for which others may keep the answer; null for one that nobody may keep. */
  get cacheHintSeconds(): number | null {
    return this.state.cacheHintSeconds;
  }

  set cacheHintSeconds(seconds: number | null) {
    this.state.cacheHintSeconds = seconds;
  }

  /** Whether the answer has errors: another attempt may have none. */
  get hasFailed(): boolean {
    return this.state.hasFailed;
  }

  /** Notes an error in the answer, which nobody may keep then. */
  noteFailure(): void {
    this.state.hasFailed = true;
    this.state.cacheHintSeconds = null;
  }

  once<Made>(make: (scope: RequestScope) => Made): Made {
    if (!this.made.has(make)) this.made.set(make, make(this));
    return this.made.get(make) as Made;
  }

  /** From here on answers are read where the mutation's own writes are seen. */
  beginMutation(): void {
    this.state.reads = this.database.primary.openForRequest(this.signal);
    this.state.readsCachedRows = false;
    this.state.areLoadersRenewed = false;
  }

  /** Whether loaders hold nothing from before the mutation's write. */
  get areLoadersRenewed(): boolean {
    return this.state.areLoadersRenewed;
  }

  renewLoaders(): void {
    this.made.clear();
    this.state.areLoadersRenewed = true;
  }
}
