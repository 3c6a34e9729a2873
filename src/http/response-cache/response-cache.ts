import type { Cache, Stamp } from '../../platform/cache';
import type { Cancellation, CancellationSignal } from '../../platform/cancellation';
import type { Clock } from '../../platform/clock';
import { writeSurrogateKeys } from '../../platform/purge-webhook';
import { CachedAnswer, type Recipe } from './cached-answer';
import { type Ended, type Flight, Waiters } from './flight';
import type { Header } from './raw-headers';

/** An answer that was executed for one request. */
export interface Executed<Response> {
  readonly response: Response;
  /** Whether it has errors, so that an equal request is worth another attempt. */
  readonly hasFailed: boolean;
  /** Null where the answer is for its caller alone. */
  readonly shared: {
    readonly body: string;
    readonly contentType: string;
    readonly recipe: Recipe;
  } | null;
}

/** An answer to send: the cached bytes, or a response that nobody else may have. */
export type Answer<Response> =
  | { readonly kind: 'shared'; readonly answer: CachedAnswer }
  | { readonly kind: 'own'; readonly response: Response };

/**
 * Whole answers by request, each kept until something that it was made of changes.
 *
 * Commits are heard before their callers are answered, so whoever reads after an answer to a
 * mutation finds nothing older than it. Equal requests at once are executed once: a request waits
 * for an execution under way if nothing at all was committed since that began.
 */
export class ResponseCache {
  private readonly running = new Map<string, Flight>();

  /** Shape: `cache` hears of every commit by itself. */
  constructor(
    private readonly cache: Cache<CachedAnswer>,
    private readonly clock: Clock,
    /** The header that a CDN reads tags from; null for none. */
    private readonly tagHeader: string | null,
  ) {}

  /** The answer of a request, where it is kept. */
  find(key: string): CachedAnswer | undefined {
    return this.cache.get(key, this.clock.now().getTime());
  }

  /**
   * The kept answer, that of an equal request under way, or one executed now.
   * Shape: `caller` is aborted when the request is given up; `execute` gets a signal that is
   * aborted when everybody who waits for its answer is gone.
   * Errors: what `execute` throws; the caller's reason.
   */
  async findOrExecute<Response>(
    key: string,
    execute: (signal: CancellationSignal) => Promise<Executed<Response>>,
    caller: Cancellation,
  ): Promise<Answer<Response>> {
    caller.throwIfAborted();
    const known = this.find(key);
    if (known !== undefined) return { kind: 'shared', answer: known };
    const flight = this.running.get(key);
    if (flight?.stamp !== this.cache.stamp()) return this.lead(key, execute, caller);
    const arrivedMs = this.clock.now().getTime();
    const stopListening = flight.waiters.add(caller);
    const ended = await flight.ended;
    stopListening();
    if (ended.kind === 'own') return { kind: 'own', response: (await execute(caller)).response };
    const isRight = ended.kind === 'shared' && ended.answer.recipe.endsAtMs > arrivedMs;
    return isRight ? ended : this.findOrExecute(key, execute, caller);
  }

  private async lead<Response>(
    key: string,
    execute: (signal: CancellationSignal) => Promise<Executed<Response>>,
    caller: Cancellation,
  ): Promise<Answer<Response>> {
    const stamp = this.cache.stamp();
    const waiters = new Waiters();
    const stopListening = waiters.add(caller);
    const execution = execute(waiters.signal);
    const flight: Flight = {
      stamp,
      waiters,
      ended: execution.then(
        (executed) => this.end(key, executed, stamp),
        () => ({ kind: 'failed' }),
      ),
    };
    this.running.set(key, flight);
    const land = () => {
      if (this.running.get(key) === flight) this.running.delete(key);
    };
    // If the caller that started this execution gives up, later requests must start their own.
    const stopLanding = caller.onAbort(land);
    const ended = await flight.ended;
    stopLanding();
    stopListening();
    land();
    return ended.kind === 'shared' ? ended : { kind: 'own', response: (await execution).response };
  }

  /** Keeps the answer where others may have it, before anybody who waited goes on. */
  private end(key: string, { shared, hasFailed }: Executed<unknown>, stamp: Stamp): Ended {
    if (shared === null) return { kind: hasFailed ? 'failed' : 'own' };
    const answer = toAnswer(shared, this.tagHeader);
    const { tags, endsAtMs } = answer.recipe;
    const sizeBytes = answer.sizeBytes + 2 * key.length;
    this.cache.set(key, answer, { sizeBytes, tags, endsAtMs, stamp });
    if (this.cache.isPurgedSince(stamp, tags)) answer.outdate();
    return { kind: 'shared', answer };
  }
}

const varies = 'Accept, Accept-Encoding, Authorization, Origin';
const variesByLanguage = `${varies}, Accept-Language`;

function toAnswer(
  { body, contentType, recipe }: NonNullable<Executed<unknown>['shared']>,
  tagHeader: string | null,
): CachedAnswer {
  const headers: Header[] = [
    ['content-type', contentType],
    ['x-content-type-options', 'nosniff'],
    ['vary', recipe.isLanguageUsed ? variesByLanguage : varies],
  ];
  if (tagHeader !== null) headers.push([tagHeader, writeSurrogateKeys(recipe.tags)]);
  return new CachedAnswer(Buffer.from(body), recipe, headers);
}
