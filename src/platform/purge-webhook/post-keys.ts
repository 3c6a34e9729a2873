/** Where purges go. */
export interface PurgeTarget {
  readonly url: string;
  /** Undefined where none is asked for. */
  readonly token: string | undefined;
}

/** Hands keys to a CDN, or to what stands before it. Errors: where it has not taken them. */
export type PostKeys = (surrogateKeys: readonly string[], signal: AbortSignal) => Promise<void>;

/** Units: milliseconds. */
const answerTimeoutMs = 10_000;

/**
 * Posts keys as `{ "surrogateKeys": […] }`.
 * Errors: an Error where the answer's status is not of the 200s, or none came.
 */
export function createPostKeys({ url, token }: PurgeTarget): PostKeys {
  const headers = {
    'content-type': 'application/json',
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
  };
  return async (surrogateKeys, signal) => {
    const response = await fetch(url, {
      method: 'POST',
      headers,
      body: JSON.stringify({ surrogateKeys }),
      redirect: 'error',
      signal: AbortSignal.any([signal, AbortSignal.timeout(answerTimeoutMs)]),
    });
    await response.body?.cancel();
    if (!response.ok) throw new Error(`The purge was answered with status ${response.status}`);
  };
}
