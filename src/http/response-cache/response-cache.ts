import { type Cache, MemoryCache, type Stamp } from '../../platform/cache';
import type { Clock } from '../../platform/clock';
import type { Database } from '../../platform/database';
import { CachedAnswer, type Recipe } from './cached-answer';
import { writeSurrogateKeys } from './surrogate-keys';

/** An answer that was executed for one request. */
export interface Executed<Response> {
  readonly response: Response;
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

/** How an execution ended, for those who waited for it. */
interface Ended {
  readonly answer: CachedAnswer | null;
  readonly stamp: Stamp;
}

/**
 * Whole answers by request, each kept until something that it was made of changes.
 *
 * Commits are heard before their callers are answered, so whoever reads after an answer to a
 * mutation finds nothing older than it. Equal requests at once are executed once; those who waited
 * take the result only if nothing in it was purged since its first read.
 */
export class ResponseCache {
  private readonly cache: Cache<CachedAnswer>;
  private readonly running = new Map<string, Promise<Ended>>();

  constructor(
    maxBytes: number,
    database: Pick<Database, 'onCommit'>,
    private readonly clock: Clock,
    /** The header that a CDN reads tags from; null for none. */
    private readonly tagHeader: string | null,
  ) {
    this.cache = new MemoryCache<CachedAnswer>(maxBytes);
    database.onCommit((tags) => {
      if (tags === null) this.cache.purgeAll();
      else this.cache.purge(tags);
    });
  }

  /** The answer of a request, where it is kept. */
  find(key: string): CachedAnswer | undefined {
    return this.cache.get(key, this.clock.now().getTime());
  }

  /** The kept answer, that of an equal request under way, or one executed now. */
  async findOrExecute<Response>(
    key: string,
    execute: () => Promise<Executed<Response>>,
  ): Promise<Answer<Response>> {
    const known = this.find(key);
    if (known !== undefined) return { kind: 'shared', answer: known };
    const running = this.running.get(key);
    if (running === undefined) return this.lead(key, execute);
    const { answer, stamp } = await running;
    if (answer !== null && !this.cache.isPurgedSince(stamp, answer.recipe.tags)) {
      return { kind: 'shared', answer };
    }
    return this.findOrExecute(key, execute);
  }

  private async lead<Response>(
    key: string,
    execute: () => Promise<Executed<Response>>,
  ): Promise<Answer<Response>> {
    const stamp = this.cache.stamp();
    const execution = execute();
    const ended = execution.then(
      ({ shared }) => ({
        answer: shared === null ? null : toAnswer(shared, this.tagHeader),
        stamp,
      }),
      () => ({ answer: null, stamp }),
    );
    this.running.set(key, ended);
    const { answer } = await ended;
    this.running.delete(key);
    const { response } = await execution;
    if (answer === null) return { kind: 'own', response };
    const { tags, endsAtMs } = answer.recipe;
    const sizeBytes = answer.sizeBytes + 2 * key.length;
    this.cache.set(key, answer, { sizeBytes, tags, endsAtMs, stamp });
    return { kind: 'shared', answer };
  }
}

const varies = 'Accept, Accept-Encoding, Origin';
const variesByLanguage = `${varies}, Accept-Language`;

function toAnswer(
  { body, contentType, recipe }: NonNullable<Executed<unknown>['shared']>,
  tagHeader: string | null,
): CachedAnswer {
  const head = [
    ...['content-type', contentType, 'x-content-type-options', 'nosniff'],
    ...['vary', recipe.isLanguageUsed ? variesByLanguage : varies],
    ...(tagHeader === null ? [] : [tagHeader, writeSurrogateKeys(recipe.tags)]),
  ];
  return new CachedAnswer(Buffer.from(body), recipe, head);
}
