import type { Cache, Stamp } from '../../platform/cache';
import type { Cancellation, CancellationSignal } from '../../platform/cancellation';
import type { Clock } from '../../platform/clock';
import { writeSurrogateKeys } from '../../platform/purge-webhook';
import type { AnswerMetadata } from './cache-control';
import { CachedAnswer } from './cached-answer';
import { type Ended, type InFlightRequest, Waiters } from './in-flight-request';
import type { Header } from './wire-head';

/** An answer that was executed for one request. */
export interface Executed<Response> {
  readonly response: Response;
  /** Whether it has errors, so that an equal request is worth another attempt. */
  readonly hasFailed: boolean;
  /** What to cache of a public answer; null for a private one. */
  readonly cacheable: {
    readonly body: string;
    readonly contentType: string;
    readonly metadata: AnswerMetadata;
  } | null;
}

/** An answer to send: cached bytes that any client may have, or a response for its caller alone. */
export type Answer<Response> =
  | { readonly kind: 'public'; readonly answer: CachedAnswer }
  | { readonly kind: 'private'; readonly response: Response };

/**
 * Caches whole answers by request, until one of their tags is invalidated or they expire.
 *
 * Commits purge the cache before their callers are answered, so a request that follows the answer to
 * a mutation finds nothing older. Equal requests at once are executed once: a request waits for one
 * in flight if nothing was committed since that one started.
 */
export class ResponseCache {
  private readonly inFlight = new Map<string, InFlightRequest>();

  /** Shape: commits purge `cache`; the response cache does not subscribe to them. */
  constructor(
    private readonly cache: Cache<CachedAnswer>,
    private readonly clock: Clock,
    /** The header that a CDN reads tags from; null for none. */
    private readonly tagHeader: string | null,
  ) {}

  /** The cached answer to a request. */
  find(key: string): CachedAnswer | undefined {
    return this.cache.get(key, this.clock.now().getTime());
  }

  /**
   * The cached answer, that of an equal request in flight, or one executed now.
   * Shape: `caller` is aborted when the request is given up; `execute` gets a signal that is
   * aborted when no request waits for its answer any more.
   * Errors: what `execute` throws; the caller's reason.
   */
  async findOrExecute<Response>(
    key: string,
    execute: (signal: CancellationSignal) => Promise<Executed<Response>>,
    caller: Cancellation,
  ): Promise<Answer<Response>> {
    caller.throwIfAborted();
    const known = this.find(key);
    if (known !== undefined) return { kind: 'public', answer: known };
    const running = this.inFlight.get(key);
    if (running?.stamp !== this.cache.stamp()) return this.executeFirst(key, execute, caller);
    const arrivedMs = this.clock.now().getTime();
    const stopListening = running.waiters.add(caller);
    const ended = await running.ended;
    stopListening();
    if (ended.kind === 'private')
      return { kind: 'private', response: (await execute(caller)).response };
    const isRight = ended.kind === 'public' && ended.answer.metadata.expiresAtMs > arrivedMs;
    return isRight ? ended : this.findOrExecute(key, execute, caller);
  }

  private async executeFirst<Response>(
    key: string,
    execute: (signal: CancellationSignal) => Promise<Executed<Response>>,
    caller: Cancellation,
  ): Promise<Answer<Response>> {
    const stamp = this.cache.stamp();
    const waiters = new Waiters();
    const stopListening = waiters.add(caller);
    const execution = execute(waiters.signal);
    const started: InFlightRequest = {
      stamp,
      waiters,
      ended: execution.then(
        (executed) => this.end(key, executed, stamp),
        () => ({ kind: 'failed' }),
      ),
    };
    this.inFlight.set(key, started);
    const remove = () => {
      if (this.inFlight.get(key) === started) this.inFlight.delete(key);
    };
    // If the caller that started this execution gives up, later requests must start their own.
    const stopRemoving = caller.onAbort(remove);
    const ended = await started.ended;
    stopRemoving();
    stopListening();
    remove();
    return ended.kind === 'public'
      ? ended
      : { kind: 'private', response: (await execution).response };
  }

  /** Caches a public answer before the requests that waited for it continue. */
  private end(key: string, { cacheable, hasFailed }: Executed<unknown>, stamp: Stamp): Ended {
    if (cacheable === null) return { kind: hasFailed ? 'failed' : 'private' };
    const answer = toAnswer(cacheable, this.tagHeader);
    const { tags, expiresAtMs } = answer.metadata;
    const sizeBytes = answer.sizeBytes + 2 * key.length;
    this.cache.set(key, answer, { sizeBytes, tags, expiresAtMs, stamp });
    if (this.cache.isPurgedSince(stamp, tags)) answer.outdate();
    return { kind: 'public', answer };
  }
}

const varies = 'Accept, Accept-Encoding, Authorization, Origin';
const variesByLanguage = `${varies}, Accept-Language`;

function toAnswer(
  { body, contentType, metadata }: NonNullable<Executed<unknown>['cacheable']>,
  tagHeader: string | null,
): CachedAnswer {
  const headers: Header[] = [
    ['content-type', contentType],
    ['x-content-type-options', 'nosniff'],
    ['vary', metadata.isLanguageUsed ? variesByLanguage : varies],
  ];
  if (tagHeader !== null) headers.push([tagHeader, writeSurrogateKeys(metadata.shownTags)]);
  return new CachedAnswer(Buffer.from(body), metadata, headers);
}
