import { BadUserInput } from '../../errors';

/** A place in a list: the sort key and the id of the row that stands there. */
export interface Position {
  /** Units: milliseconds since 1970. */
  readonly at: number;
  readonly id: string;
}

/** The longest cursor that is decoded; Units: characters. A cursor of any list is shorter. */
const maxCursorLength = 256;
/** Characters of a refused cursor that its error message quotes. */
const maxQuotedLength = 80;
const shape = /^(-?\d{1,15})\.([a-z]+_[0-9a-z]{26})\.([A-Za-z0-9_ ,]{1,100})$/;

/**
 * The opaque text of a position.
 * Shape: `listName` identifies the list in words, since an error message repeats it.
 */
export function writeCursor({ at, id }: Position, listName: string): string {
  return Buffer.from(`${at}.${id}.${listName}`, 'latin1').toString('base64url');
}

/**
 * The position that a cursor stands for.
 * Errors: BadUserInput where the text is no cursor, or a cursor of another list.
 */
export function readCursor(argument: string, cursor: string, listName: string): Position {
  const decoded = decode(cursor);
  if (decoded === null) {
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
  const text = Buffer.from(cursor, 'base64url').toString('latin1');
  const [, at, id = '', listName = ''] = shape.exec(text) ?? [];
  const position = { at: Number(at), id };
  return id !== '' && writeCursor(position, listName) === cursor ? { position, listName } : null;
}
