import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';

/** Which process runs where: the server alone on one core, the driver on another. */
export type Seat = 'server' | 'driver';

const cores: Record<Seat, string> = { server: '0', driver: '1' };

/** Whether processes can be kept to a core here: util-linux is there, and two cores are. */
export const isPinned =
  availableParallelism() > 1 && spawnSync('taskset', ['--version']).error === undefined;

/** What the report says of it. */
export const seating = isPinned
  ? `server on core ${cores.server}, driver on core ${cores.driver} (taskset)`
  : 'server and driver share the cores: taskset or a second core is missing';

/** A command with its arguments, kept to the seat's core where that is possible. */
export function seat(place: Seat, command: readonly string[]): [string, ...string[]] {
  const [program = '', ...rest] = command;
  return isPinned ? ['taskset', '-c', cores[place], program, ...rest] : [program, ...rest];
}
