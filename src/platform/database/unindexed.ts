/**
 * A text column as an expression, which no index is on.
 *
 * Nearly all comments have one status, so the index of statuses finds next to nothing: it serves
 * lists of one status alone. SQLite does not know how the values are spread: it takes that index
 * wherever a status is compared, and reads every comment.
 */
export function unindexed(column: string): string {
  return `(${column} || '')`;
}
