/** What happened to a public comment. */
export enum CommentChangeKind {
  EDITED = 'EDITED',
  WITHDRAWN = 'WITHDRAWN',
  REMOVED = 'REMOVED',
}
