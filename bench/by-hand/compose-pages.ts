import {
  commentPolicyOf,
  cursorOf,
  directionOf,
  instant,
  placeOf,
  shareLinksOf,
  urlOf,
} from './derived-fields';
import type { HandReads } from './hand-reads';
import type { ArticleRow, CommentRow, ImageRow, SectionRow } from './rows';

/** Rows on a page where the operation does not say. */
export const pageSize = 20;

/**
 * The data of ArticlePage, put together without GraphQL: what every server must answer, and what
 * the reference 'SQL and stringify' sends.
 */
export async function composeArticlePage(reads: HandReads, slug: string): Promise<unknown> {
  const article = await reads.articleBySlug(slug);
  if (article === null) return { article: null };
  const ids = [article.id];
  const [sections, images, [tally], comments] = await Promise.all([
    reads.sections(ids),
    reads.images(ids),
    reads.tallies(ids),
    reads.threads(article.id, pageSize + 1),
  ]);
  return {
    article: {
      ...headOf(article),
      locale: article.locale,
      updatedAt: instant(article.updatedAtMs),
      url: urlOf(article),
      sections: sections.map((section) => sectionOf(section, images)),
      shareLinks: shareLinksOf(article),
      commentCount: tally?.approvedCount ?? 0,
      commentPolicy: commentPolicyOf(article),
      comments: commentsOf(comments),
    },
  };
}

/** The data of FrontPage, put together without GraphQL; `after` is a cursor of the service. */
export async function composeFrontPage(reads: HandReads, after: string | null): Promise<unknown> {
  const rows = await reads.newest(pageSize + 1, after === null ? null : placeOf(after));
  const articles = rows.slice(0, pageSize);
  const ids = articles.map(({ id }) => id);
  const [images, tallies] = await Promise.all([reads.images(ids), reads.tallies(ids)]);
  const leads = new Map<string, ImageRow>();
  for (const image of images) if (!leads.has(image.articleId)) leads.set(image.articleId, image);
  const counts = new Map(tallies.map(({ articleId, approvedCount }) => [articleId, approvedCount]));
  const last = articles.at(-1);
  return {
    articles: {
      nodes: articles.map((article) => {
        const lead = leads.get(article.id);
        return {
          ...headOf(article),
          commentCount: counts.get(article.id) ?? 0,
          leadImage: lead === undefined ? null : imageOf(lead),
        };
      }),
      pageInfo: {
        hasNextPage: rows.length > pageSize,
        endCursor: last === undefined ? null : cursorOf(last.timelineAtMs, last.id),
      },
    },
  };
}

/** What an article shows of itself on every page. */
function headOf(article: ArticleRow) {
  const { id, slug, title, summary, byline, readingTimeMinutes } = article;
  return {
    ...{ id, slug, title, summary, byline, readingTimeMinutes },
    direction: directionOf(article),
    publishedAt: instant(article.publishedAtMs),
  };
}

function sectionOf({ id, heading, paragraphs }: SectionRow, images: readonly ImageRow[]) {
  return {
    id,
    heading,
    paragraphs: JSON.parse(paragraphs) as string[],
    images: images.filter(({ sectionId }) => sectionId === id).map(imageOf),
  };
}

function imageOf({ id, alt, caption, credit }: ImageRow) {
  return { id, alt, caption, credit, url: null };
}

function commentsOf(rows: readonly CommentRow[]) {
  const comments = rows.slice(0, pageSize);
  const last = comments.at(-1);
  return {
    nodes: comments.map(({ id, authorName, body, createdAtMs, replyCount }) => ({
      ...{ id, authorName, body, replyCount },
      createdAt: instant(createdAtMs),
    })),
    pageInfo: {
      hasNextPage: rows.length > pageSize,
      endCursor: last === undefined ? null : cursorOf(last.createdAtMs, last.id),
    },
  };
}
