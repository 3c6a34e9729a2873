export { CommentFeed, type CommentFeedDependencies } from './comment-feed';
export { CommentLiveResolver } from './comment-live.resolver';
