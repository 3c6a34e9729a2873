/** What a code means, for clients; docs/clients.md points here. */
export interface CatalogueEntry {
  /** The HTTP status of an answer that has no data because of it. */
  readonly httpStatus: number;
  readonly meaning: string;
}

/** Every `extensions.code` that the service answers with. */
export const errorCatalogue = {
  BAD_REQUEST: {
    httpStatus: 400,
    meaning: 'The HTTP request is no GraphQL request: its body or parameters cannot be read.',
  },
  BAD_USER_INPUT: {
    httpStatus: 400,
    meaning: 'A variable or argument cannot be used; the message names it and what would be right.',
  },
  GRAPHQL_PARSE_FAILED: {
    httpStatus: 400,
    meaning: 'The document is not GraphQL.',
  },
  GRAPHQL_VALIDATION_FAILED: {
    httpStatus: 400,
    meaning: 'The document does not fit the schema.',
  },
  OPERATION_RESOLUTION_FAILURE: {
    httpStatus: 400,
    meaning: 'The document has several operations and `operationName` names none of them.',
  },
  PERSISTED_QUERY_NOT_FOUND: {
    httpStatus: 200,
    meaning: 'The hash is not known yet: send it once more together with the document.',
  },
  PERSISTED_QUERY_NOT_SUPPORTED: {
    httpStatus: 200,
    meaning:
      'ONLY_TRUSTED_DOCUMENTS is set, and the hash is of none of these: send a trusted document.',
  },
  TOKEN_LIMIT_EXCEEDED: {
    httpStatus: 400,
    meaning: 'The document has more tokens than MAX_TOKENS.',
  },
  DEPTH_LIMIT_EXCEEDED: {
    httpStatus: 400,
    meaning: 'The document nests deeper than MAX_DEPTH.',
  },
  ALIAS_LIMIT_EXCEEDED: {
    httpStatus: 400,
    meaning: 'The document has more aliases than MAX_ALIASES.',
  },
  DIRECTIVE_LIMIT_EXCEEDED: {
    httpStatus: 400,
    meaning: 'The document has more directives than MAX_DIRECTIVES.',
  },
  COST_LIMIT_EXCEEDED: {
    httpStatus: 400,
    meaning:
      'The operation could return more objects and fields than MAX_COST: ask for smaller pages.',
  },
  ANSWER_TOO_LARGE: {
    httpStatus: 400,
    meaning:
      'The answer is larger than MAX_ANSWER_BYTES: ask for smaller pages or fewer fields. A mutation has been executed.',
  },
  DOCUMENT_NOT_FOUND: {
    httpStatus: 400,
    meaning: 'The documentId stands for no document of this service.',
  },
  DOCUMENT_NOT_TRUSTED: {
    httpStatus: 403,
    meaning: 'Only the documents of schema/operations are executed: ONLY_TRUSTED_DOCUMENTS is set.',
  },
  UNAUTHENTICATED: {
    httpStatus: 401,
    meaning:
      'This needs a token and none was sent, or the token that was sent is unknown, over or revoked.',
  },
  FORBIDDEN: {
    httpStatus: 403,
    meaning: 'The role of this request does not reach.',
  },
  NOT_FOUND: {
    httpStatus: 404,
    meaning: 'There is nothing at this path.',
  },
  ARTICLE_NOT_FOUND: {
    httpStatus: 404,
    meaning:
      'An object of an article is there, but the article was taken off the site; a comment that was sent is stored.',
  },
  METHOD_NOT_ALLOWED: {
    httpStatus: 405,
    meaning: 'This path takes another HTTP method; the Allow header names it.',
  },
  NOT_ACCEPTABLE: {
    httpStatus: 406,
    meaning: 'The Accept header leaves out JSON, which is all that the service speaks.',
  },
  RECEIVE_TIMEOUT: {
    httpStatus: 408,
    meaning:
      'The request did not arrive whole within 30 seconds: send it again. A picture may take 15 minutes, but not pause for 30 seconds.',
  },
  SLUG_TAKEN: {
    httpStatus: 409,
    meaning: 'The slug reads like that of another article, with and without hamzas and marks.',
  },
  PAYLOAD_TOO_LARGE: {
    httpStatus: 413,
    meaning: 'The body is larger than 256 KiB.',
  },
  TOO_LARGE: {
    httpStatus: 413,
    meaning:
      'A picture that was sent to `/files` has more bytes or pixels than the service takes; the message names the limit.',
  },
  UNSUPPORTED_TYPE: {
    httpStatus: 415,
    meaning:
      'What was sent to `/files` is no picture that the service takes, or not what Content-Type says; the message says what to send.',
  },
  UNSUPPORTED_MEDIA_TYPE: {
    httpStatus: 415,
    meaning: 'The body is not announced as application/json in UTF-8, or it is compressed.',
  },
  HEADERS_TOO_LARGE: {
    httpStatus: 431,
    meaning: 'The headers, the address included, are larger than 16 KiB: send a query by POST.',
  },
  RATE_LIMITED: {
    httpStatus: 429,
    meaning:
      'The address or the token has spent the points of RATE_LIMIT; Retry-After and `retryAfterSeconds` say when to come again.',
  },
  CONNECTION_LIMIT_EXCEEDED: {
    httpStatus: 429,
    meaning:
      'The address has as many connections open as MAX_CONNECTIONS_PER_ADDRESS allows, or as many live ones as LIVE_MAX_CONNECTIONS.',
  },
  SUBSCRIPTION_LIMIT_EXCEEDED: {
    httpStatus: 429,
    meaning:
      'The connection carries as many subscriptions as LIVE_MAX_SUBSCRIPTIONS allows, or they hold as much or are as different as may be; the message says which bound.',
  },
  SUBSCRIBER_TOO_SLOW: {
    httpStatus: 503,
    meaning:
      'The client of a live connection does not read as fast as it is sent to, and is cut off: connect and subscribe again.',
  },
  INTERNAL_SERVER_ERROR: {
    httpStatus: 500,
    meaning: 'A fault of the service; `requestId` finds it in the log.',
  },
  REQUEST_TIMEOUT: {
    httpStatus: 503,
    meaning:
      'The answer took longer than REQUEST_TIMEOUT_MS: retry after `retryAfterSeconds` (Retry-After). A mutation may have been written: retry it with its idempotency key.',
  },
  SERVICE_UNAVAILABLE: {
    httpStatus: 503,
    meaning:
      'The database is away or too busy, or too many pictures are being made: retry after `retryAfterSeconds` (Retry-After). The message says where a mutation may have been written all the same: retry it with its idempotency key.',
  },
  AUTHENTICATION_UNAVAILABLE: {
    httpStatus: 503,
    meaning: 'The OpenID Connect issuer does not answer, so a token of its cannot be checked.',
  },
  SERVICE_STOPPING: {
    httpStatus: 503,
    meaning: 'The service is shutting down: send the request again, to another instance.',
  },
} as const satisfies Record<string, CatalogueEntry>;

/** One of the catalogued codes. */
export type ErrorCode = keyof typeof errorCatalogue;

/** Whether a text is one of the catalogued codes. */
export function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(errorCatalogue, code);
}
