import type { InvalidationWriter, Queryable, Transaction } from './database';
import { TransactionOver } from './database.errors';
import type { Statement } from './statement';

/** A connection inside a transaction. */
export type WorkConnection = Queryable & Pick<Transaction, 'execute'>;

/** What the work returned, with the tags that it invalidates and the events that it emits. */
export interface Worked<Result> {
  readonly result: Result;
  readonly tags: readonly string[];
}

/**
 * Runs the work of one transaction on a connection that will serve the next one too.
 *
 * Statements go out one after the other, in the order sent; what is under way when the work ends is
 * waited for, and what comes later is refused, so nothing is ever done in another's transaction. A
 * failed statement fails the work even where the work looks past it: PostgreSQL has by then undone
 * everything, and answers a COMMIT without saying so.
 * Errors: what `work` throws; DatabaseError; TransactionOver for the late statement alone.
 */
export async function runWork<Result>(
  connection: WorkConnection,
  work: (transaction: Transaction) => Promise<Result>,
  writeInvalidation?: InvalidationWriter,
): Promise<Worked<Result>> {
  const tags: string[] = [];
  const faults: unknown[] = [];
  let tail: Promise<unknown> = Promise.resolve();
  let isOver = false;
  const inTurn = <Answer>(statement: Statement, send: () => Promise<Answer>): Promise<Answer> => {
    if (isOver) return Promise.reject(new TransactionOver(statement.label));
    const answer = tail.then(send);
    tail = answer.catch((fault: unknown) => faults.push(fault));
    return answer;
  };
  try {
    const result = await work({
      select: (selection, parameters) =>
        inTurn(selection, () => connection.select(selection, parameters)),
      execute: (statement, parameters) =>
        inTurn(statement, () => connection.execute(statement, parameters)),
      invalidate: (invalidated) => {
        tags.push(...invalidated);
      },
      emit: (event) => {
        tags.push(event);
      },
    });
    isOver = true;
    await tail;
    if (faults.length > 0) throw faults[0];
    if (tags.length > 0) await writeInvalidation?.(connection, tags);
    return { result, tags };
  } finally {
    isOver = true;
    await tail;
  }
}
