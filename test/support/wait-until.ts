/**
 * Waits until a condition holds, a turn of the event loop at a time; the test's own time limit ends
 * the wait for one that never does.
 */
export async function waitUntil(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) {
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
}
