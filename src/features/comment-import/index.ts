export {
  type CommentImportReport,
  importComments,
  type RefusedLine,
  type SendComment,
  type SendOutcome,
} from './import-comments';
