import { ArticleJsonLdResolver } from './article-json-ld.resolver';
import { JsonLdService, type JsonLdDependencies } from './json-ld.service';

/** Constructs what tells search engines and other programs of articles. */
export function createStructuredDataFeature(dependencies: JsonLdDependencies) {
  return { resolvers: [new ArticleJsonLdResolver(new JsonLdService(dependencies))] };
}
