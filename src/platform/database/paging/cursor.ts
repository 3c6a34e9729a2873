import { BadUserInput } from '../../errors';

/** What a list is sorted by: a number, such as milliseconds since 1970, or a text by its code points. */
export type SortKey = number | string;

/** Which of the two a list is sorted by. */
export type KeyType = 'number' | 'text';

/** A place in a list: the sort key and the id of the row that stands there. */
export interface Position {
  readonly at: SortKey;
  readonly id: string;
}

/** The longest cursor that is decoded; Units: characters. A cursor of any list is shorter. */
const maxCursorLength = 1_024;
/** Characters of a refused cursor that its error message quotes. */
const maxQuotedLength = 80;
const numberShape = /^(-?\d{1,15})\.([a-z]+_[0-9a-z]{26})\.([A-Za-z0-9_ ,]{1,100})$/;
/** The key comes last, as it may hold full stops; a database takes no control characters. */
const textShape = /^([a-z]+_[0-9a-z]{26})\.([A-Za-z0-9_ ,]{1,100})\.(\P{Cc}*)$/u;

/**
 * The opaque text of a position.
 * Shape: `listName` identifies the list in words, since an error message repeats it.
 */
export function writeCursor({ at, id }: Position, listName: string): string {
  const text = typeof at === 'number' ? `${at}.${id}.${listName}` : `${id}.${listName}.${at}`;
  return Buffer.from(text).toString('base64url');
}

/**
 * The position that a cursor stands for.
 * Errors: BadUserInput where the text is no cursor, or a cursor of another list.
 */
export function readCursor(
  argument: string,
  cursor: string,
  listName: string,
  keyType: KeyType = 'number',
): Position {
  const decoded = decode(cursor);
  const isOfType = (at: SortKey) => (typeof at === 'number') === (keyType === 'number');
  if (decoded === null || (decoded.listName === listName && !isOfType(decoded.position.at))) {
    throw new BadUserInput(
      `Argument "${argument}" must be a cursor of this list (${listName}), as an edge or pageInfo gave it, but got: ${JSON.stringify(cursor.slice(0, maxQuotedLength))}`,
    );
  }
  if (decoded.listName !== listName) {
    throw new BadUserInput(
      `Argument "${argument}" must be a cursor of this list (${listName}), but got a cursor of another list: ${decoded.listName}`,
    );
  }
  return decoded.position;
}

/** The list that a cursor belongs to, in words; null for what `writeCursor` never wrote. */
export function findListName(cursor: string): string | null {
  return decode(cursor)?.listName ?? null;
}

function decode(cursor: string): { position: Position; listName: string } | null {
  if (cursor.length > maxCursorLength) return null;
  const text = Buffer.from(cursor, 'base64url').toString();
  const decoded = decodeNumber(text) ?? decodeText(text);
  if (decoded === null) return null;
  return writeCursor(decoded.position, decoded.listName) === cursor ? decoded : null;
}

function decodeNumber(text: string) {
  const [, at, id = '', listName = ''] = numberShape.exec(text) ?? [];
  return id === '' ? null : { position: { at: Number(at), id }, listName };
}

function decodeText(text: string) {
  const [, id = '', listName = '', at = ''] = textShape.exec(text) ?? [];
  return id === '' ? null : { position: { at, id }, listName };
}
