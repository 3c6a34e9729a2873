import { copyDatabase, removeDatabase } from '../../data/make-database';

/** Makes a copy of the database under a name, that may be written to. */
export type MakeCopy = (name: string) => Promise<string>;

/** Runs work with copies of a database, all of which are removed when it ends, however it ends. */
export async function withCopies<Result>(
  database: string,
  work: (makeCopy: MakeCopy) => Promise<Result>,
): Promise<Result> {
  const copies: string[] = [];
  try {
    return await work(async (name) => {
      const copy = await copyDatabase(database, name);
      copies.push(copy);
      return copy;
    });
  } finally {
    for (const copy of copies) await removeDatabase(copy);
  }
}
