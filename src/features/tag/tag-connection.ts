import { createConnectionTypes } from '../../platform/graphql';
import { Tag } from './tag.entity';

/** `TagEdge` and `TagConnection`. */
export const tagConnectionTypes = createConnectionTypes('Tag', Tag, 'tags');
