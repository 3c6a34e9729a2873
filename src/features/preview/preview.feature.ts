import { PreviewLinkRepository } from './preview-link.repository';
import { PreviewResolver } from './preview.resolver';
import { PreviewService, type PreviewServiceDependencies } from './preview.service';

/** Constructs preview links. */
export function createPreviewFeature(dependencies: Omit<PreviewServiceDependencies, 'links'>) {
  const service = new PreviewService({ ...dependencies, links: new PreviewLinkRepository() });
  return { resolvers: [new PreviewResolver(service)] };
}
