import { TypeID } from 'typeid-js';
import { V7Generator } from 'uuidv7';
import type { Random } from './random';

/** The next id of a type. Units: `at` in milliseconds since 1970. */
export type MakeId = (prefix: string, at: number) => string;

/** Makes ids as the service does, the same for the same random numbers. */
export function createIdMaker(random: Random): MakeId {
  const ids = new V7Generator(random);
  return (prefix, at) =>
    TypeID.fromUUIDBytes(prefix, ids.generateOrResetWithTs(at).bytes).toString();
}
