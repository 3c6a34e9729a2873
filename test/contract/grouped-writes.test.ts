import { Cancellation } from '../../src/platform/cancellation';
import { GroupedWrites, labelled, selection, type Transaction } from '../../src/platform/database';
import { createGate } from '../support/gate';
import { openScratchDatabase, type ScratchDatabase } from '../support/open-scratch-database';
import { isPostgres } from '../support/test-database';
import { waitUntil } from '../support/wait-until';

const createNotes = labelled('test.createNotes', 'CREATE TABLE note (body varchar NOT NULL)');
const insertNote = labelled('test.insertNote', 'INSERT INTO note (body) VALUES ($1)');
const removeNotes = labelled('test.removeNotes', 'DELETE FROM note');
const listNotes = selection(
  'test.listNotes',
  ['body'],
  (list) => `SELECT ${list} FROM note ORDER BY body`,
);

let scratch: ScratchDatabase;
/** The items of each call, in the order of the calls. */
let calls: (readonly string[])[];

beforeAll(async () => {
  scratch = await openScratchDatabase();
  await scratch.database.transaction((transaction) => transaction.execute(createNotes));
});

beforeEach(() => {
  calls = [];
});

afterEach(() => scratch.database.transaction((transaction) => transaction.execute(removeNotes)));

afterAll(() => scratch.drop());

/** Writes notes; the lane of a note is its first letter. */
function createWrites(
  before: (notes: readonly string[]) => Promise<void> = () => Promise.resolve(),
) {
  const write = async (transaction: Transaction, notes: readonly string[]) => {
    calls.push(notes);
    await before(notes);
    for (const note of notes) await transaction.execute(insertNote, [note]);
    return notes.map((note) => `${note}!`);
  };
  return new GroupedWrites(scratch.database, { laneOf: (note: string) => note.charAt(0), write });
}

const signal = new Cancellation();
const addAll = (writes: ReturnType<typeof createWrites>, notes: readonly string[]) =>
  Promise.allSettled(notes.map((note) => writes.add(note, signal)));
const readNotes = async () =>
  (await scratch.database.primary.select(listNotes)).map(([body]) => body);
const numbered = (letter: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${letter}${String(index).padStart(3, '0')}`);

describe('GroupedWrites', () => {
  it('writes items that wait together by one call, and gives each its own result', async () => {
    const notes = numbered('a', 5);
    const settled = await addAll(createWrites(), notes);
    expect(settled).toEqual(notes.map((note) => ({ status: 'fulfilled', value: `${note}!` })));
    expect(calls).toEqual([notes]);
    expect(await readNotes()).toEqual(notes);
  });

  it('takes in what comes before its transaction begins, and leaves the rest to the next group', async () => {
    const first = createGate();
    const writes = createWrites((notes) =>
      notes.includes('a1') ? first.passed : Promise.resolve(),
    );
    const one = writes.add('a1', signal);
    await waitUntil(() => calls.length === 1);
    const others = addAll(writes, ['a2', 'a3']);
    first.open();
    await Promise.all([one, others]);
    expect(calls).toEqual([['a1'], ['a2', 'a3']]);
  });

  it('writes groups of 64 at most, in the order of the items', async () => {
    const notes = numbered('a', 100);
    await addAll(createWrites(), notes);
    expect(calls.map(({ length }) => length)).toEqual([64, 36]);
    expect(calls.flat()).toEqual(notes);
  });

  it('does not let one lane hold up another where transactions run side by side', async () => {
    const gate = createGate();
    const writes = createWrites((notes) =>
      isPostgres && notes.includes('a1') ? gate.passed : Promise.resolve(),
    );
    const held = writes.add('a1', signal);
    expect(await writes.add('b1', signal)).toBe('b1!');
    gate.open();
    expect(await held).toBe('a1!');
  });

  it('writes each item alone where one of a group fails, and none twice', async () => {
    const writes = createWrites((notes) =>
      notes.includes('abad') ? Promise.reject(new Error('It is bad')) : Promise.resolve(),
    );
    const settled = await addAll(writes, ['a1', 'abad', 'a2']);
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(settled[1]).toHaveProperty('reason.message', 'It is bad');
    expect(await readNotes()).toEqual(['a1', 'a2']);
  });

  it('leaves out items that nobody waits for any more when the transaction begins', async () => {
    const gone = new Cancellation();
    const writes = createWrites();
    const all = Promise.allSettled([writes.add('a1', signal), writes.add('a2', gone)]);
    gone.abort(new Error('Gone'));
    expect(await all).toEqual([
      { status: 'fulfilled', value: 'a1!' },
      { status: 'rejected', reason: new Error('Gone') },
    ]);
    expect(calls).toEqual([['a1']]);
  });

  it('fails every item, and tries none again, where no transaction can begin', async () => {
    const failing = Object.assign(Object.create(scratch.database) as typeof scratch.database, {
      transaction: () => Promise.reject(new Error('No connection')),
    });
    const writes = new GroupedWrites(failing, {
      laneOf: () => 'a',
      write: () => Promise.reject(new Error('It must not be called')),
    });
    const settled = await Promise.allSettled([writes.add('a1', signal), writes.add('a2', signal)]);
    expect(settled.map((one) => (one.status === 'rejected' ? (one.reason as Error) : one))).toEqual(
      [new Error('No connection'), new Error('No connection')],
    );
  });

  it('is ready for the next items after a failure', async () => {
    const writes = createWrites((notes) =>
      notes.includes('abad') ? Promise.reject(new Error('It is bad')) : Promise.resolve(),
    );
    await addAll(writes, ['abad']);
    expect(await writes.add('a1', signal)).toBe('a1!');
  });
});
