import type { Article } from './article.entity';
import { listShareLinks, type ShareLink } from './share-link';

/** The addresses of an article, on the site that shows it. */
export class ArticleLinks {
  /** Shape: `publicUrl` is the site's own address, with or without a slash at its end. */
  constructor(private readonly publicUrl: string) {}

  /** The page's canonical address, its slug percent-encoded as a browser sends it. */
  urlOf({ slug }: Article): string {
    return `${this.publicUrl.replace(/\/+$/, '')}/articles/${encodeURIComponent(slug)}`;
  }

  /** One link for each network. */
  shareLinksOf(article: Article): ShareLink[] {
    return listShareLinks(article.title, this.urlOf(article));
  }
}
