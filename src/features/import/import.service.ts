import { canBeSlug, escapeMarkdown, normalizeText, slugify } from '../../lib/text';
import { SlugTaken } from '../article';
import type { ArticleWriter } from '../revision';
import type { PageFacts } from './import.facts';
import type { ImportedImage, ReadingReport, ReadPage } from './importer';
import { importers, type ImportFormat } from './importers';
import type { PagePicture, PagePictures } from './page-pictures';

type PageArticle = Parameters<ArticleWriter['write']>[0];
type WrittenArticle = Awaited<ReturnType<ArticleWriter['write']>>;

/** A file to import. */
export interface ImportRequest {
  /** Identifies the page: a later import with the same key updates the same article. */
  readonly sourceKey: string;
  readonly source: string;
  /** Where the facts' pictures are. */
  readonly folder: string;
  readonly format: ImportFormat;
  readonly facts: PageFacts;
  /** True: save the page and do not publish it. */
  readonly isDraft?: boolean;
  /** True: say what would be done, and do nothing. */
  readonly isDryRun: boolean;
  /** True: refuse a page with lines whose role is in doubt. */
  readonly isStrict: boolean;
}

/** What became of a file, and how its lines were read. */
export interface ImportReport extends ReadingReport {
  readonly outcome: WrittenArticle['outcome'] | 'refused';
  readonly articleId: string | null;
  readonly slug: string | null;
  /** Why it was refused; null where it was not. */
  readonly reason: string | null;
  /** What the caller should know although the page was imported, in English. */
  readonly notes: readonly string[];
}

/** How a file was read that could not be read at all. */
export const unread: ReadingReport = { lines: [], uncertain: [], confidence: 0 };

/** The language of a page where nobody says: the service's own first. */
const defaultLocale = 'ar';

/** What a slug has to be that somebody chooses, for messages. */
const slugRule = 'it takes no white space and no / \\ ? # %, and needs a letter or digit';

/** Imports pages by the same service that every article is written by. */
export class ImportService {
  constructor(
    private readonly articles: ArticleWriter,
    private readonly pictures: PagePictures,
  ) {}

  /** Imports one page, or says why not; the same page again changes nothing. */
  async importPage(request: ImportRequest): Promise<ImportReport> {
    const result = importers[request.format](request.source);
    const { lines, uncertain, confidence } = result;
    const reading = { lines, uncertain, confidence };
    if (!result.ok) return refuse(`Line ${result.line}: ${result.reason}`, reading);
    const [doubt] = uncertain;
    if (request.isStrict && doubt !== undefined) {
      const count = `${uncertain.length} of ${lines.length} lines are uncertain`;
      return refuse(`${count}; line ${doubt.line}: ${doubt.reason}`, reading);
    }
    const chosen = request.facts.slug;
    if (chosen !== undefined && !canBeSlug(normalizeText(chosen))) {
      return refuse(`The slug ${JSON.stringify(chosen)} cannot be used: ${slugRule}`, reading);
    }
    if (slugOf(result, request) === '') {
      return refuse('The title has no letter or digit for a slug', reading);
    }
    const taken = await this.takePictures(result, request);
    if ('refusal' in taken) return refuse(taken.refusal, reading);
    const article = toPageArticle(result, request, taken.pictures);
    try {
      const written = request.isDryRun
        ? await this.articles.plan(article)
        : await this.articles.write(article);
      const { id: articleId, slug } = written.article;
      const isNew = written.outcome === 'created' && request.isDryRun;
      return {
        outcome: written.outcome,
        articleId: isNew ? null : articleId,
        slug,
        reason: null,
        notes: listNotes(written, article),
        ...reading,
      };
    } catch (error) {
      if (error instanceof SlugTaken) return refuse(error.message, reading);
      throw error;
    }
  }

  private async takePictures(
    result: ReadPage,
    { facts, folder, isDryRun }: ImportRequest,
  ): ReturnType<PagePictures['take']> {
    const { pictures = [] } = facts;
    const count = countImages(result);
    if (pictures.length > count) {
      return {
        refusal: `The facts name ${pictures.length} pictures, but the page tells of ${count}`,
      };
    }
    return isDryRun ? this.pictures.plan(pictures, folder) : this.pictures.take(pictures, folder);
  }
}

function countImages({ page }: ReadPage): number {
  return page.sections.reduce((sum, { images }) => sum + images.length, 0);
}

function slugOf({ page }: ReadPage, { facts }: ImportRequest): string {
  return facts.slug === undefined
    ? slugify(page.title, facts.locale ?? defaultLocale)
    : normalizeText(facts.slug);
}

function refuse(reason: string, reading: ReadingReport): ImportReport {
  return { outcome: 'refused', articleId: null, slug: null, reason, notes: [], ...reading };
}

function listNotes({ ofOtherDay }: WrittenArticle, page: PageArticle): readonly string[] {
  if (ofOtherDay === null) return [];
  const { id, slug } = ofOtherDay;
  return [
    `The source key "${page.sourceKey ?? ''}" is also that of ${slug} (${id}), but this page states another day, ${page.sourceDay ?? ''}: it is another article`,
  ];
}

function toPageArticle(
  read: ReadPage,
  request: ImportRequest,
  pictures: readonly (PagePicture | null)[],
): PageArticle {
  const { page, statedDay } = read;
  const { sourceKey, facts, isDraft } = request;
  const locale = facts.locale ?? defaultLocale;
  const left = [...pictures];
  return {
    slug: slugOf(read, request),
    isSlugChosen: facts.slug !== undefined,
    sourceKey,
    sourceDay: facts.publishedAt?.toISOString().slice(0, 10) ?? statedDay,
    locale,
    title: page.title,
    summary: null,
    byline: page.byline,
    statedReadingTimeMinutes: page.statedReadingTimeMinutes,
    publishedAt: facts.publishedAt,
    isDraft: isDraft === true,
    sections: page.sections.map(({ heading, paragraphs, images }) => ({
      heading,
      body: paragraphs.map(escapeMarkdown).join('\n\n'),
      images: images.map((image) => addPicture(image, left.shift() ?? null)),
    })),
  };
}

function addPicture(image: ImportedImage, picture: PagePicture | null) {
  if (picture === null) return image;
  return { ...image, alt: picture.alt ?? image.alt, fileId: picture.fileId };
}
