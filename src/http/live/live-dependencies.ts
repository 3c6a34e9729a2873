import type { LiveOperations } from '../../graphql';
import type { Logger } from '../../platform/log';
import type { RequestAuthenticator } from '../request-authenticator';
import type { AllowOrigin } from '../response-cache';
import type { TrustedDocuments } from '../trusted-documents';
import type { LiveSessions } from './live-sessions';

/** What both ways of live delivery need. */
export interface LiveDependencies {
  readonly operations: LiveOperations;
  readonly requestAuthenticator: RequestAuthenticator;
  readonly sessions: LiveSessions;
  readonly documents: TrustedDocuments;
  readonly allowOrigin: AllowOrigin;
  readonly logger: Logger;
  readonly isStopping: () => boolean;
  /** For each WebSocket. */
  readonly maxSubscriptions: number;
  /** Units: bytes of one message. */
  readonly maxMessageBytes: number;
}
