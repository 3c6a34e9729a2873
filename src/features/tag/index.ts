import { ArticleTag } from './article-tag.entity';
import { FormerTagKey } from './former-tag-key.entity';
import { Tag } from './tag.entity';

export type { TaggedArticle } from './article-standing';
export { Tag };
export type { TagAssigner } from './tag-assigner.service';
export { countSeen } from './tag-criteria';
export { createTagFeature, type TagFeature } from './tag.feature';
export type { MakeTagLoaders } from './tag.loaders';
export {
  maxArticleTags,
  maxTagNameLength,
  readTagName,
  type TagName,
  type TagNameFault,
} from './tag-name';
export { tagTags } from './tag.tags';

/** The tables of tags. */
export const tagEntities = [Tag, ArticleTag, FormerTagKey];
