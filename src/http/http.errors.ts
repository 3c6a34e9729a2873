import { PublicError } from '../platform/errors';

/** A `documentId` that stands for no document of this service. */
export class DocumentNotFound extends PublicError {
  override readonly name = 'DocumentNotFound';
  readonly code = 'DOCUMENT_NOT_FOUND';
  constructor(documentId: string) {
    super(
      `There is no document "${documentId.slice(0, 80)}": send an operation's name or its hash`,
    );
  }
}

/** A hash of no trusted document, where ONLY_TRUSTED_DOCUMENTS is set: clients then send no more. */
export class PersistedQueryNotSupported extends PublicError {
  override readonly name = 'PersistedQueryNotSupported';
  readonly code = 'PERSISTED_QUERY_NOT_SUPPORTED';
  constructor() {
    // urql compares the message, Apollo Client the message or the code.
    super('PersistedQueryNotSupported');
  }
}

/** A hash that stands for no document of this service: clients then send the text as well. */
export class PersistedQueryNotFound extends PublicError {
  override readonly name = 'PersistedQueryNotFound';
  readonly code = 'PERSISTED_QUERY_NOT_FOUND';
  constructor() {
    // The message is part of Apollo's protocol: older links compare it.
    super('PersistedQueryNotFound');
  }
}

/** A document of the caller's own, where ONLY_TRUSTED_DOCUMENTS is set. */
export class DocumentNotTrusted extends PublicError {
  override readonly name = 'DocumentNotTrusted';
  readonly code = 'DOCUMENT_NOT_TRUSTED';
  constructor() {
    super('Only the documents of schema/operations are executed here: send one, or its documentId');
  }
}

/** A body beyond the limit. */
export class BodyTooLarge extends PublicError {
  override readonly name = 'BodyTooLarge';
  readonly code = 'PAYLOAD_TOO_LARGE';
  constructor(maxBytes: number) {
    super(`The body must be ${maxBytes} bytes (${maxBytes / 1024} KiB) or less`);
  }
}

/** A body that cannot be read. */
export class BodyUnreadable extends PublicError {
  override readonly name = 'BodyUnreadable';
  readonly code = 'BAD_REQUEST';
}

/** A body that does not arrive in its time. */
export class ReceiveTimeout extends PublicError {
  override readonly name = 'ReceiveTimeout';
  readonly code = 'RECEIVE_TIMEOUT';
}

/** A body in a form that is not read. */
export class UnsupportedMediaType extends PublicError {
  override readonly name = 'UnsupportedMediaType';
  readonly code = 'UNSUPPORTED_MEDIA_TYPE';
  constructor(
    message: string,
    /** What is taken, for the answer. */
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }
}

/** Nothing more for a while. Units: seconds until the caller may come again. */
export class RateLimited extends PublicError {
  override readonly name = 'RateLimited';
  readonly code = 'RATE_LIMITED';
  override readonly facts: { readonly retryAfterSeconds: number };
  constructor(
    message: string,
    retryAfterSeconds: number,
    /** How it stands with the caller's points, for the answer. */
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
    this.facts = { retryAfterSeconds };
  }
}

/** As many connections of one address as there may be. */
export class ConnectionLimitExceeded extends PublicError {
  override readonly name = 'ConnectionLimitExceeded';
  readonly code = 'CONNECTION_LIMIT_EXCEEDED';
  constructor(limit: number) {
    super(`Connection limit of ${limit} for each address exceeded: close one first`);
  }
}
