import { createConnectionTypes } from '../../platform/graphql';
import { ModerationItem } from './moderation-item.type';

/** `ModerationEdge` and `ModerationConnection`. */
export const moderationConnectionTypes = createConnectionTypes(
  'Moderation',
  ModerationItem,
  'comments to moderate',
);
