import { isBlank, normalizeText, numberSlug, slugify, slugMaxLength } from '../../lib/text';
import { type Database, DatabaseError, type Transaction } from '../../platform/database';
import type { RequestScope } from '../../platform/request';
import type { ArticleTagRepository } from './article-tag.repository';
import type { FormerKey, FormerTagKeyRepository } from './former-tag-key.repository';
import {
  maxMergedTags,
  type PlacedFault,
  placeNameFault,
  type TagEditFault,
  toTagError,
} from './tag-edit-faults';
import type {
  MergeTagsInput,
  MergeTagsPayload,
  RenameTagInput,
  RenameTagPayload,
} from './tag-edits.input';
import { readTagName, slugKeysOf, type TagName } from './tag-name';
import { Tag } from './tag.entity';
import type { TagRepository } from './tag.repository';
import { tagTags } from './tag.tags';

/** What the service needs. */
export interface TagEditorDependencies {
  readonly database: Database;
  readonly tags: TagRepository;
  readonly articleTags: ArticleTagRepository;
  readonly formerKeys: FormerTagKeyRepository;
}

type Outcome = { readonly tag: Tag } | { readonly faults: readonly PlacedFault[] };

const numbersPerLook = 16;
/** How often a change is tried, since another writer's may come first. */
const maxAttempts = 5;

/** Renames tags and makes one of several. */
export class TagEditorService {
  constructor(private readonly dependencies: TagEditorDependencies) {}

  /** Gives a tag another name and slug; the former ones go on leading to it. Cost: at most eight statements. */
  async rename(scope: RequestScope, input: RenameTagInput): Promise<RenameTagPayload> {
    const name = readTagName(input.name);
    const slugFault = checkSlug(input.slug ?? null);
    const faults: PlacedFault[] = [
      ...(typeof name === 'string' ? [placeNameFault(name, ['input', 'name'])] : []),
      ...(slugFault === null ? [] : [{ fault: slugFault, path: ['input', 'slug'] }]),
    ];
    return this.answer(scope, (transaction) => this.renameOnce(transaction, input, name, faults));
  }

  /**
   * Makes one tag of several: articles, counters, and what the others were and are called go over.
   * Cost: at most nine statements; they grow with the number of articles.
   */
  async merge(scope: RequestScope, { from, into }: MergeTagsInput): Promise<MergeTagsPayload> {
    const faults = checkMerge(from, into);
    const isBounded = from.length <= maxMergedTags;
    return this.answer(scope, (transaction) =>
      this.mergeOnce(transaction, isBounded ? from : [], into, faults),
    );
  }

  private async answer(
    scope: RequestScope,
    work: (transaction: Transaction) => Promise<Outcome>,
  ): Promise<{ tag: Tag | null; userErrors: ReturnType<typeof toTagError>[] }> {
    const outcome = await this.attempt(scope, work);
    if ('tag' in outcome) {
      // Whatever was read of tags before is no longer true.
      scope.renewLoaders();
      return { tag: outcome.tag, userErrors: [] };
    }
    const userErrors = outcome.faults.map((fault) => toTagError(fault, scope.language));
    return { tag: null, userErrors };
  }

  private async attempt(
    { signal }: RequestScope,
    work: (transaction: Transaction) => Promise<Outcome>,
  ): Promise<Outcome> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.dependencies.database.transaction(work, { signal });
      } catch (error) {
        // On PostgreSQL another writer may take a name or slug between the look and the write.
        const isTaken = error instanceof DatabaseError && error.code === '23505';
        if (!isTaken || attempt === maxAttempts) throw error;
      }
    }
  }

  private async renameOnce(
    transaction: Transaction,
    { id, slug }: RenameTagInput,
    name: TagName | string,
    ownFaults: readonly PlacedFault[],
  ): Promise<Outcome> {
    const { tags } = this.dependencies;
    const [tag] = await tags.lockByIds(transaction, [id]);
    const faults = [...ownFaults];
    if (tag === undefined) faults.unshift({ fault: 'tagMissing', path: ['input', 'id'] });
    if (typeof name !== 'string') {
      const holder = (await tags.findByNameKeys(transaction, [name.nameKey])).get(name.nameKey);
      // One that once had the name has another now.
      const isTaken = holder?.nameKey === name.nameKey && holder.id !== id;
      if (isTaken) faults.push({ fault: 'nameTaken', path: ['input', 'name'] });
    }
    const chosen = ownFaults.some(({ path }) => path.includes('slug')) ? null : (slug ?? null);
    const slugs = chosen === null ? [] : [readSlug(chosen)];
    if (await this.isSlugTaken(transaction, slugs, id)) {
      faults.push({ fault: 'slugTaken', path: ['input', 'slug'] });
    }
    if (tag === undefined || typeof name === 'string' || faults.length > 0) return { faults };
    const next = await this.compose(transaction, tag, name, slugs[0] ?? null);
    await this.write(transaction, tag, next);
    return { tag: next };
  }

  private async isSlugTaken(
    transaction: Transaction,
    slugs: readonly string[],
    id: string,
  ): Promise<boolean> {
    if (slugs.length === 0) return false;
    const keys = slugs.map((slug) => slugKeysOf(slug).slugKey);
    const taken = await this.dependencies.tags.listTakenSlugs(transaction, keys);
    return [...taken.values()].some((holder) => holder !== id);
  }

  private async compose(
    transaction: Transaction,
    tag: Tag,
    { name, nameKey, nameOrder, slug: base }: TagName,
    chosen: string | null,
  ): Promise<Tag> {
    const slug = chosen ?? (await this.findFreeSlug(transaction, base, tag.id));
    return Object.assign(new Tag(), tag, { name, nameKey, nameOrder, slug }, slugKeysOf(slug));
  }

  /** The first number of a slug that no other tag has or had. */
  private async findFreeSlug(transaction: Transaction, base: string, id: string): Promise<string> {
    for (let first = 1; ; first += numbersPerLook) {
      const slugs = Array.from({ length: numbersPerLook }, (_, index) =>
        numberSlug(base, first + index),
      );
      const keys = slugs.map((slug) => slugKeysOf(slug).slugKey);
      const taken = await this.dependencies.tags.listTakenSlugs(transaction, keys);
      const free = slugs.find((slug) => {
        const holder = taken.get(slugKeysOf(slug).slugKey);
        return holder === undefined || holder === id;
      });
      if (free !== undefined) return free;
    }
  }

  private async write(transaction: Transaction, tag: Tag, next: Tag): Promise<void> {
    const { tags, formerKeys } = this.dependencies;
    const kept = listKeys(next).map(toText);
    const former = listKeys(tag).filter((key) => !kept.includes(toText(key)));
    await formerKeys.remove(transaction, listKeys(next));
    await tags.rename(transaction, next);
    await formerKeys.save(transaction, former, tag.id);
    transaction.invalidate([tagTags.tag(tag.id), tagTags.lists]);
  }

  private async mergeOnce(
    transaction: Transaction,
    from: readonly string[],
    into: string,
    ownFaults: readonly PlacedFault[],
  ): Promise<Outcome> {
    const { tags, articleTags, formerKeys } = this.dependencies;
    const ids = [...new Set(from)];
    const locked = await tags.lockByIds(transaction, [...new Set([...ids, into])]);
    const byId = new Map(locked.map((tag) => [tag.id, tag]));
    const faults = [...ownFaults, ...listMissing(byId, from, into)];
    const target = byId.get(into);
    if (target === undefined || faults.length > 0) return { faults };
    const merged = locked.filter(({ id }) => id !== into);
    await articleTags.move(transaction, ids, into);
    await formerKeys.move(transaction, ids, into);
    await formerKeys.save(transaction, merged.flatMap(listKeys), into);
    await tags.remove(transaction, ids);
    await tags.recount(transaction, into);
    transaction.invalidate([tagTags.lists, ...locked.flatMap(listAllTags)]);
    const [tag = target] = await tags.findByIds(transaction, [into]);
    return { tag };
  }
}

/** Null where a slug is as it must be, or none is sent; its length is checked first. */
function checkSlug(slug: string | null): TagEditFault | null {
  if (slug === null) return null;
  if (slug.length > slugMaxLength) return 'slugTooLong';
  return isBlank(slug) || slugify(slug) !== readSlug(slug) ? 'slugInvalid' : null;
}

function readSlug(slug: string): string {
  return normalizeText(slug);
}

function checkMerge(from: readonly string[], into: string): PlacedFault[] {
  const path = ['input', 'from'];
  if (from.length === 0) return [{ fault: 'nothingToMerge', path }];
  if (from.length > maxMergedTags) return [{ fault: 'tooManyToMerge', path }];
  return from.flatMap((id, index) =>
    id === into ? [{ fault: 'mergedIntoItself', path: [...path, String(index)] }] : [],
  );
}

function listMissing(
  found: ReadonlyMap<string, Tag>,
  from: readonly string[],
  into: string,
): PlacedFault[] {
  const missing = from.flatMap((id, index) =>
    found.has(id) ? [] : [{ fault: 'tagMissing', path: ['input', 'from', String(index)] } as const],
  );
  return found.has(into) ? missing : [...missing, { fault: 'tagMissing', path: ['input', 'into'] }];
}

/** What leads to a tag beside its id. */
function listKeys({ nameKey, slugKey }: Tag): FormerKey[] {
  return [
    { kind: 'NAME', textKey: nameKey },
    { kind: 'SLUG', textKey: slugKey },
  ];
}

function toText({ kind, textKey }: FormerKey): string {
  return `${kind} ${textKey}`;
}

function listAllTags({ id }: Tag): string[] {
  return [tagTags.tag(id), tagTags.articles(id)];
}
