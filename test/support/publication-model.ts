import { isDeepStrictEqual } from 'node:util';

/**
 * A simple model of what editors' commands and the clock make of one article: written from
 * docs/writing.md, and sharing nothing with the service.
 */

/** What a save says. */
export interface ModelContent {
  readonly title: string;
  readonly tag: string;
  /** A corrected date of publication. Units: milliseconds. */
  readonly date: number | null;
}

/** A publication that is planned: exactly this save. */
interface Plan {
  readonly version: number;
  readonly at: number;
}

/** An article as the model knows it. Units: instants in milliseconds. */
export interface ModelArticle {
  readonly status: 'DRAFT' | 'SCHEDULED' | 'PUBLISHED' | 'ARCHIVED';
  readonly saves: ReadonlyMap<number, ModelContent>;
  /** What guards the next change. */
  readonly editingVersion: number;
  readonly newest: number;
  /** The save that readers see; null where they see none. */
  readonly live: number | null;
  readonly publishedAt: number | null;
  readonly firstPublishedAt: number | null;
  readonly approved: Plan | null;
  readonly unpublishAt: number | null;
}

/** What an editor sends, with what it means at an instant; moments are counted from that. */
export type Move =
  | {
      readonly kind: 'save';
      readonly title: number;
      readonly tag: number;
      readonly dateMs?: number;
    }
  | { readonly kind: 'publish' | 'unpublish'; readonly inMs: number | null }
  | { readonly kind: 'cancel' | 'discard' | 'archive' }
  | { readonly kind: 'restore'; readonly at: number };

/** What comes of a command: the article after it, or the argument that is wrong. */
export type Outcome =
  { readonly article: ModelArticle; readonly isChanged: boolean } | { readonly fault: string };

/** The names that saves draw from. */
export const modelTitles = ['عنوان أول', 'عنوان ثانٍ', 'عنوان ثالث'];
/** Each save has one of these. */
export const modelTags = ['بحر', 'جبل'];

/** A new article with its first save. */
export function createModel(content: ModelContent): ModelArticle {
  return {
    status: 'DRAFT',
    saves: new Map([[1, content]]),
    ...{ editingVersion: 1, newest: 1, live: null, publishedAt: null, firstPublishedAt: null },
    ...{ approved: null, unpublishAt: null },
  };
}

/** The article once the clock shows an instant. */
export function tick(article: ModelArticle, now: number): ModelArticle {
  const { approved, unpublishAt } = article;
  const shown =
    approved === null || approved.at > now
      ? article
      : show({ ...article, approved: null }, approved.version, article.publishedAt ?? approved.at);
  return unpublishAt === null || unpublishAt > now ? shown : takeBack(shown);
}

/** Carries a command out. */
export function carryOut(article: ModelArticle, move: Move, now: number): Outcome {
  switch (move.kind) {
    case 'save':
      return save(article, move, now);
    case 'restore':
      return saveContent(article, {
        ...getSave(article, chooseVersion(article, move.at)),
        date: null,
      });
    case 'publish':
      return move.inMs === null ? publish(article, now) : planPublication(article, now, move.inMs);
    case 'unpublish':
      return move.inMs === null
        ? moved(article, takeBack(article))
        : planEnd(article, now, move.inMs);
    case 'cancel':
      return moved(
        article,
        article.status === 'SCHEDULED'
          ? takeBack(article)
          : { ...article, approved: null, unpublishAt: null },
      );
    case 'discard':
      return discard(article);
    case 'archive':
      return moved(article, {
        ...takeBack(article),
        status: 'ARCHIVED',
        publishedAt: article.status === 'SCHEDULED' ? null : article.publishedAt,
      });
  }
}

/** The version that `restoreRevision` is sent. */
export function chooseVersion({ saves }: ModelArticle, at: number): number {
  return [...saves.keys()][at % saves.size] ?? 1;
}

/** A save of a version that there is. */
export function getSave({ saves }: ModelArticle, version: number): ModelContent {
  const content = saves.get(version);
  if (content === undefined) throw new Error(`The model has no save ${version}`);
  return content;
}

/** The save that editors are shown as the article's own. */
export function versionForEditors({ status, live, newest }: ModelArticle): number {
  return status === 'PUBLISHED' ? (live ?? newest) : newest;
}

function save(
  article: ModelArticle,
  { title, tag, dateMs }: Extract<Move, { kind: 'save' }>,
  now: number,
): Outcome {
  if (dateMs !== undefined && article.status !== 'PUBLISHED') return { fault: 'publishedAt' };
  if (dateMs !== undefined && dateMs > 0) return { fault: 'publishedAt' };
  return saveContent(article, {
    title: modelTitles[title] ?? '',
    tag: modelTags[tag] ?? '',
    date: dateMs === undefined ? dateOfNewest(article) : now + dateMs,
  });
}

function saveContent(article: ModelArticle, content: ModelContent): Outcome {
  const present = { ...getSave(article, article.newest), date: dateOfNewest(article) };
  if (isDeepStrictEqual(present, content)) return { article, isChanged: false };
  const version = article.editingVersion + 1;
  const saves = new Map([...article.saves, [version, content]]);
  return moved(article, { ...article, saves, newest: version });
}

/** A corrected date waits with its save until that is published. */
function dateOfNewest(article: ModelArticle): number | null {
  const isWaiting = article.status === 'PUBLISHED' && article.newest !== article.live;
  return isWaiting ? getSave(article, article.newest).date : null;
}

function publish(article: ModelArticle, now: number): Outcome {
  const { status, publishedAt, newest } = article;
  if (status === 'PUBLISHED')
    return moved(article, show({ ...article, approved: null }, newest, now));
  const date = status === 'ARCHIVED' ? (publishedAt ?? now) : now;
  return moved(article, show({ ...article, approved: null, publishedAt: null }, newest, date));
}

function planPublication(article: ModelArticle, now: number, inMs: number): Outcome {
  const { status, newest, live, unpublishAt } = article;
  const at = now + inMs;
  const isOver = unpublishAt !== null && at >= unpublishAt;
  if (inMs <= 0 || isOver || (status === 'PUBLISHED' && newest === live)) return { fault: 'at' };
  const approved = { version: newest, at };
  if (status === 'PUBLISHED') return moved(article, { ...article, approved });
  return moved(article, { ...article, approved, status: 'SCHEDULED', publishedAt: null });
}

function planEnd(article: ModelArticle, now: number, inMs: number): Outcome {
  const { status, approved } = article;
  const unpublishAt = now + inMs;
  const isPlannable = status === 'PUBLISHED' || status === 'SCHEDULED';
  const isEarly = approved !== null && unpublishAt <= approved.at;
  if (inMs <= 0 || !isPlannable || isEarly) return { fault: 'at' };
  return moved(article, { ...article, unpublishAt });
}

function discard(article: ModelArticle): Outcome {
  const { status, live, approved, newest } = article;
  const target = status === 'PUBLISHED' ? live : status === 'SCHEDULED' ? approved?.version : null;
  if (target === null || target === undefined || target === newest) return { fault: 'id' };
  const plan = status === 'PUBLISHED' ? null : approved;
  return moved(article, { ...article, newest: target, approved: plan });
}

/** Readers see a save; the first publication has the date of the article, a later one corrects it. */
function show(article: ModelArticle, version: number, date: number): ModelArticle {
  const isShown = article.status === 'PUBLISHED';
  const corrected = isShown && version !== article.live ? getSave(article, version).date : null;
  return {
    ...article,
    status: 'PUBLISHED',
    live: version,
    publishedAt: corrected ?? article.publishedAt ?? date,
    firstPublishedAt: article.firstPublishedAt ?? date,
  };
}

function takeBack(article: ModelArticle): ModelArticle {
  const plans = { approved: null, unpublishAt: null };
  return { ...article, ...plans, status: 'DRAFT', live: null, publishedAt: null };
}

/** What changes nothing leaves the version as it was. */
function moved(before: ModelArticle, after: ModelArticle): Outcome {
  if (isDeepStrictEqual(before, after)) return { article: before, isChanged: false };
  return { isChanged: true, article: { ...after, editingVersion: before.editingVersion + 1 } };
}
