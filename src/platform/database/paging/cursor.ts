import { BadUserInput } from '../../errors';

/** A place in a list: the sort key and the id of the row that stands there. */
export interface Position {
  /** Units: milliseconds since 1970. */
  readonly at: number;
  readonly id: string;
}

const shape = /^(-?\d{1,15})\.([a-z]+_[0-9a-z]{26})$/;

/** The opaque text of a position. */
export function writeCursor({ at, id }: Position): string {
  return Buffer.from(`${at}.${id}`, 'latin1').toString('base64url');
}

/**
 * The position that a cursor stands for.
 * Shape: `idPrefix` is the type of the list's rows, so that another list's cursor is told apart.
 * Errors: BadUserInput where the text is no cursor of this list.
 */
export function readCursor(argument: string, cursor: string, idPrefix: string): Position {
  const [, at, id] = shape.exec(Buffer.from(cursor, 'base64url').toString('latin1')) ?? [];
  const position = { at: Number(at), id: id ?? '' };
  if (!position.id.startsWith(`${idPrefix}_`) || writeCursor(position) !== cursor) {
    throw new BadUserInput(
      `Argument "${argument}" must be a cursor of this list, as an edge or pageInfo gave it, but got: ${JSON.stringify(cursor.slice(0, 80))}`,
    );
  }
  return position;
}
