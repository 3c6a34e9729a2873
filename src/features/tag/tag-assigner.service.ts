import { numberSlug } from '../../lib/text';
import type { Clock } from '../../platform/clock';
import type { Transaction } from '../../platform/database';
import type { IdMaker } from '../../platform/ids';
import {
  listCountChanges,
  listEntryTags,
  standingOf,
  type TaggedArticle,
} from './article-standing';
import { ArticleTag } from './article-tag.entity';
import type { ArticleTagRepository } from './article-tag.repository';
import { readTagName, slugKeysOf, type TagName } from './tag-name';
import { Tag } from './tag.entity';
import type { TagRepository } from './tag.repository';
import { tagTags } from './tag.tags';

/** What the assigner needs. */
export interface TagAssignerDependencies {
  readonly clock: Clock;
  readonly ids: IdMaker;
  readonly tags: TagRepository;
  readonly articleTags: ArticleTagRepository;
  /** The cache tag of an article. */
  readonly tagOfArticle: (articleId: string) => string;
}

/** The type's name in ids of tags. */
export const tagIdPrefix = 'tag';

/** So many numbers of a slug are looked at together: few tags share one. */
const numbersPerLook = 16;

/** Each look again means that another transaction has merged a tag meanwhile. */
const maxAttempts = 5;

/**
 * Gives articles their tags, in the transactions that write the articles: makes tags by their first
 * use, counts, and invalidates the answers that readers may have of them.
 *
 * The transaction has locked or written the articles before. Every writer locks tags in the order of
 * their ids, after articles and before entries. So two writers never wait for each other.
 */
export class TagAssigner {
  constructor(private readonly dependencies: TagAssignerDependencies) {}

  /**
   * Gives an article just the tags of these names, in this order; names that are one tag count once.
   * Shape: `names` that `readTagName` takes, `maxArticleTags` at most: the caller checks both.
   * Errors: a DatabaseError 23505 where another writer came before: try the transaction again.
   * Cost: two statements where nothing changes; at most eight where no slug is taken.
   */
  async assign(
    transaction: Transaction,
    article: TaggedArticle,
    names: readonly string[],
  ): Promise<void> {
    const { articleTags } = this.dependencies;
    for (let attempt = 1; ; attempt += 1) {
      const tags = names.length === 0 ? [] : await this.resolve(transaction, names);
      const before = await articleTags.listEntries(transaction, [article.id]);
      const after = tags.map((tag, position) =>
        Object.assign(new ArticleTag(), standingOf(article), { tagId: tag.id, position }),
      );
      if (isAlike(before, after)) return;
      if (await this.lock(transaction, listEntryTags([...before, ...after]))) {
        await articleTags.replace(transaction, article.id, after);
        await this.settle(transaction, before, after);
        return;
      }
      if (attempt === maxAttempts) throw new Error(`The tags of ${article.id} are being merged`);
    }
  }

  /**
   * Lets the tags of articles know where the articles now stand, after a change of their status,
   * place, end or publicity, whoever made it.
   * Cost: four statements at most, one where none of them has a tag.
   */
  async follow(transaction: Transaction, articles: readonly TaggedArticle[]): Promise<void> {
    const { articleTags } = this.dependencies;
    const standings = new Map(articles.map((article) => [article.id, standingOf(article)]));
    for (let attempt = 1; ; attempt += 1) {
      const before = await articleTags.listEntries(transaction, [...standings.keys()]);
      const after = before.map((entry) =>
        Object.assign(new ArticleTag(), entry, standings.get(entry.articleId)),
      );
      if (isAlike(before, after)) return;
      if (await this.lock(transaction, listEntryTags(after))) {
        await articleTags.follow(transaction, [...standings.values()]);
        await this.settle(transaction, before, after);
        return;
      }
      if (attempt === maxAttempts) throw new Error('The tags of these articles are being merged');
    }
  }

  /** Takes all tags from an article that is about to be deleted. Cost: as `assign`. */
  remove(transaction: Transaction, article: TaggedArticle): Promise<void> {
    return this.assign(transaction, article, []);
  }

  /**
   * Makes the tags of names that no article has yet: those of a save that readers do not see.
   * Shape: as `assign`. Errors: as `assign`. Cost: one statement; at most four where some are new and
   * no slug is taken.
   */
  async make(transaction: Transaction, names: readonly string[]): Promise<void> {
    if (names.length > 0) await this.resolve(transaction, names);
  }

  /** The names of an article's tags, in the editor's order. Cost: one statement. */
  async listNames(transaction: Pick<Transaction, 'select'>, articleId: string): Promise<string[]> {
    const found = await this.dependencies.articleTags.listTags(transaction, [articleId]);
    return found.map(({ tag }) => tag.name);
  }

  /** The tags of names, each once, those made that are not there. */
  private async resolve(transaction: Transaction, names: readonly string[]): Promise<Tag[]> {
    const { tags } = this.dependencies;
    const read = readNames(names);
    const keys = [...read.keys()];
    let known = await tags.findByNameKeys(transaction, keys);
    const missing = [...read.values()].filter(({ nameKey }) => !known.has(nameKey));
    if (missing.length > 0) {
      await this.create(transaction, missing);
      // Another writer may have made one of them first.
      known = await tags.findByNameKeys(transaction, keys);
    }
    const found = keys.flatMap((key) => known.get(key) ?? []);
    return [...new Map(found.map((tag) => [tag.id, tag])).values()];
  }

  private async create(transaction: Transaction, names: readonly TagName[]): Promise<void> {
    const { tags, clock, ids } = this.dependencies;
    const slugs = await this.chooseSlugs(transaction, names);
    const now = clock.now();
    const made = names.map((name, index) => {
      const slug = slugs[index] ?? name.slug;
      return Object.assign(new Tag(), {
        id: ids.make(tagIdPrefix, now),
        name: name.name,
        articleCount: 0,
        slug,
        nameKey: name.nameKey,
        nameOrder: name.nameOrder,
        ...slugKeysOf(slug),
      });
    });
    // In the order of keys, so that two writers that make the same tags never wait for each other.
    made.sort((one, other) => (one.nameKey < other.nameKey ? -1 : 1));
    await tags.save(transaction, made);
  }

  /** The first free number of each name's slug. Cost: one statement for every 16 that are taken. */
  private async chooseSlugs(
    transaction: Transaction,
    names: readonly TagName[],
  ): Promise<string[]> {
    const chosen = new Map<string, TagName>();
    const slugs = new Map<TagName, string>();
    for (let first = 1; slugs.size < names.length; first += numbersPerLook) {
      const open = names.filter((name) => !slugs.has(name));
      const candidates = open.map((name) => listNumbered(name.slug, first));
      const keys = candidates.flat().map((slug) => slugKeysOf(slug).slugKey);
      const taken = await this.dependencies.tags.listTakenSlugs(transaction, keys);
      open.forEach((name, index) => {
        const free = candidates[index]?.find((slug) => {
          const { slugKey } = slugKeysOf(slug);
          return !taken.has(slugKey) && !chosen.has(slugKey);
        });
        if (free === undefined) return;
        chosen.set(slugKeysOf(free).slugKey, name);
        slugs.set(name, free);
      });
    }
    return names.map((name) => slugs.get(name) ?? name.slug);
  }

  /** Whether all of the tags are there still, and locked. */
  private async lock(transaction: Transaction, ids: readonly string[]): Promise<boolean> {
    const locked = await this.dependencies.tags.lockByIds(transaction, ids);
    return locked.length === ids.length;
  }

  /** Counts, and invalidates what readers may have seen: of drafts they have seen nothing. */
  private async settle(
    transaction: Transaction,
    before: readonly ArticleTag[],
    after: readonly ArticleTag[],
  ): Promise<void> {
    await this.dependencies.tags.addCounts(transaction, listCountChanges(before, after));
    const told = [...before, ...after].filter(({ status }) => status === 'PUBLISHED');
    if (told.length === 0) return;
    const { tagOfArticle } = this.dependencies;
    transaction.invalidate([
      ...[tagTags.lists, ...listEntryTags(told).map(tagTags.articles)],
      ...new Set(told.map(({ articleId }) => tagOfArticle(articleId))),
    ]);
  }
}

/** Names by their keys, in their order; of two spellings of one the first stays. */
function readNames(names: readonly string[]): Map<string, TagName> {
  const read = new Map<string, TagName>();
  for (const text of names) {
    const name = readTagName(text);
    if (typeof name === 'string') throw new RangeError(`No tag has such a name: it is ${name}`);
    if (!read.has(name.nameKey)) read.set(name.nameKey, name);
  }
  return read;
}

function listNumbered(slug: string, first: number): string[] {
  return Array.from({ length: numbersPerLook }, (_, index) => numberSlug(slug, first + index));
}

function isAlike(one: readonly ArticleTag[], other: readonly ArticleTag[]): boolean {
  return JSON.stringify(one.map(toValues)) === JSON.stringify(other.map(toValues));
}

function toValues(entry: ArticleTag) {
  const { articleId, tagId, position, status, timelineAt, unpublishAt, isPublic } = entry;
  return [articleId, tagId, position, status, timelineAt, unpublishAt, isPublic];
}
