export { CommentFeed, type CommentFeedParts } from './comment-feed';
export { CommentLiveResolver } from './comment-live.resolver';
