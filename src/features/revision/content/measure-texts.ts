import type { ArticleEdit, ImageEdit, SectionEdit } from './article-edit';
import type { ArticleContent } from './snapshot';

type Text = string | null | undefined;

/** Measures all texts of a content or of a save that was sent. Units: bytes of UTF-8. */
export function measureTexts(article: ArticleContent | ArticleEdit): number {
  const { title, slug, summary, byline, correction, tags, leadImage, sections } = article;
  return (
    measure([title, slug, summary, byline, correction, ...(tags ?? [])]) +
    (leadImage ? measureImage(leadImage) : 0) +
    (sections ?? []).reduce((sum, section) => sum + measureSection(section), 0)
  );
}

function measureSection({ heading, body, images }: SectionEdit): number {
  const own = measure([heading, body]);
  return (images ?? []).reduce((sum, image) => sum + measureImage(image), own);
}

function measureImage({ alt, caption, credit, url }: ImageEdit): number {
  return measure([alt, caption, credit, url]);
}

function measure(texts: readonly Text[]): number {
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text ?? ''), 0);
}
