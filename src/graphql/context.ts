import { Footprint, type Language, type RequestScope, type Viewer } from '../features/access';
import type { Database, Reads } from '../platform/database';

/** What a request brings with it. */
export interface RequestFacts {
  readonly viewer: Viewer;
  readonly language: Language;
  readonly now: Date;
  readonly signal: AbortSignal;
  readonly requestId: string;
}

/** The state of one GraphQL request; features see it as their `RequestScope`. */
export class RequestContext implements RequestScope {
  readonly viewer: Viewer;
  readonly now: Date;
  readonly signal: AbortSignal;
  readonly requestId: string;
  readonly footprint = new Footprint();
  /** Whether any part of the answer was chosen by the caller's language. */
  isLanguageUsed = false;
  /** Seconds for which others may keep the answer; null for one that nobody may keep. */
  cacheHintSeconds: number | null = null;
  private readonly chosenLanguage: Language;
  private door: Reads;
  private readonly made = new Map<unknown, unknown>();

  constructor(
    private readonly database: Database,
    facts: RequestFacts,
  ) {
    this.viewer = facts.viewer;
    this.chosenLanguage = facts.language;
    this.now = facts.now;
    this.signal = facts.signal;
    this.requestId = facts.requestId;
    this.door = database.replica.openForRequest();
  }

  /** What has not begun when the request is given up is dropped. Errors: the signal's reason. */
  readonly reads: Reads = {
    select: (selection, parameters) => {
      this.signal.throwIfAborted();
      return this.door.select(selection, parameters);
    },
  };

  get language(): Language {
    this.isLanguageUsed = true;
    return this.chosenLanguage;
  }

  once<Made>(make: (scope: RequestScope) => Made): Made {
    if (!this.made.has(make)) this.made.set(make, make(this));
    return this.made.get(make) as Made;
  }

  /** From here on answers are read where the mutation's own writes are seen. */
  beginMutation(): void {
    this.door = this.database.primary.openForRequest();
  }

  /** What loaders remember from before a write is forgotten. */
  forgetLoaders(): void {
    this.made.clear();
  }
}
