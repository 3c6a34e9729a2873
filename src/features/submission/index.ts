export { AddCommentInput } from './add-comment.input';
export {
  type CheckedSubmission,
  checkSubmission,
  checkText,
  type Submission,
} from './check-submission';
export { maxAuthorNameLength, maxBodyLength, maxDepth, maxModerated } from './submission-bounds';
export { type CommentFault, toUserError } from './submission-faults';
