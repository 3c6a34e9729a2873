import type { Credential } from '../../features/access';

/** One live connection: who it belongs to, and how it is ended. */
export interface LiveSession {
  readonly credential: Credential;
  /** Ends it because what let it in does not hold any more. */
  readonly drop: (reason: string) => void;
  /** Ends it because the service stops; resolves once it is gone. */
  readonly drain: () => Promise<void>;
}
