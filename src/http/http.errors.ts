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
