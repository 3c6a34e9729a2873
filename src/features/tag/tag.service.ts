import { toNfc } from '../../lib/text';
import {
  Page,
  type PageArguments,
  type PagedList,
  readPageRequest,
} from '../../platform/database/paging';
import { BadUserInput } from '../../platform/errors';
import { includesRole, type RequestScope, Role } from '../../platform/request';
import { foldPrefix, maxTagNameLength, maxTagSlugUnits, slugKeysOf } from './tag-name';
import { TagOrder } from './tag-order';
import type { Tag } from './tag.entity';
import type { MakeTagLoaders } from './tag.loaders';
import type { TagRepository } from './tag.repository';
import { tagTags } from './tag.tags';

/** What readers and editors may ask of tags; a tag without a public article is for editors alone. */
export class TagService {
  /** Shape: `findNext` tells when the clock next changes what readers see; null for never. */
  constructor(
    private readonly tags: TagRepository,
    private readonly loaders: MakeTagLoaders,
    private readonly findNext: (now: Date) => Promise<Date | null>,
  ) {}

  /** The tag of an id; null where there is none that the viewer may see. Cost: two statements. */
  async findById(scope: RequestScope, id: string): Promise<Tag | null> {
    const { tagById, articleCountByTagId } = scope.once(this.loaders);
    if (isEditor(scope)) return tagById.load(id);
    // Both together: that a tag is hidden takes as long to tell as that there is none.
    const [tag, articleCount] = await Promise.all([tagById.load(id), articleCountByTagId.load(id)]);
    return articleCount > 0 ? tag : null;
  }

  /**
   * The tag of a slug, or that which once had it, or the most used of those whose slugs read alike;
   * null where there is none that the viewer may see: what is hidden stands in nobody's way.
   * Cost: one statement.
   */
  async findBySlug(scope: RequestScope, slug: string): Promise<Tag | null> {
    if (slug.length > maxTagSlugUnits) return null;
    const keys = slugKeysOf(toNfc(slug));
    const { cacheDependencies } = scope;
    await this.noteSchedule(scope);
    const seenAt = isEditor(scope) ? null : scope.now;
    const tag = await this.tags.findBySlug(scope.reads, keys, seenAt);
    // Another tag may come to stand before one that only reads alike, or once had the slug.
    if (tag?.slugKey !== keys.slugKey) cacheDependencies.dependOn(tagTags.lists);
    if (tag === null) return null;
    cacheDependencies.dependOn(tagTags.tag(tag.id));
    cacheDependencies.dependOn(tagTags.articles(tag.id));
    return tag;
  }

  /**
   * A page of tags.
   * Errors: BadUserInput for page arguments, and for a beginning that is longer than names are.
   * Cost: one statement, and one more where the total is asked for.
   */
  async list(
    scope: RequestScope,
    page: PageArguments,
    startsWith: string | null,
    order: TagOrder,
  ): Promise<Page<Tag>> {
    const list = listOf(order);
    const request = readPageRequest(page, list.name, list.keyType);
    const seenAt = isEditor(scope) ? null : scope.now;
    const listing = { order, seenAt, prefix: readPrefix(startsWith) };
    scope.cacheDependencies.dependOn(tagTags.lists);
    await this.noteSchedule(scope);
    const rows = await this.tags.listPage(scope.reads, listing, request);
    for (const { id } of rows) scope.cacheDependencies.dependOn(tagTags.tag(id));
    return Page.of(rows, list, request, () => this.tags.count(scope.reads, listing));
  }

  private async noteSchedule({ cacheDependencies, now }: RequestScope): Promise<void> {
    const next = await this.findNext(now);
    if (next !== null) cacheDependencies.expireAt(next);
  }
}

function isEditor({ viewer }: RequestScope): boolean {
  return includesRole(viewer.role, Role.EDITOR);
}

/** Its length is checked before it is folded. */
function readPrefix(startsWith: string | null): string {
  if (startsWith === null) return '';
  if (startsWith.length > maxTagNameLength) {
    throw new BadUserInput(
      `Argument "startsWith" must have at most ${maxTagNameLength} characters, but got: ${startsWith.length}`,
    );
  }
  return foldPrefix(startsWith);
}

/** A beginning leaves a cursor's place as it is, so a cursor goes with the order alone. */
function listOf(order: TagOrder): PagedList<Tag> & { readonly keyType: 'number' | 'text' } {
  const name = `tags, ${order}`;
  return order === TagOrder.NAME_ASC
    ? { name, keyType: 'text', positionOf: ({ nameOrder: at, id }) => ({ at, id }) }
    : { name, keyType: 'number', positionOf: ({ articleCount: at, id }) => ({ at, id }) };
}
