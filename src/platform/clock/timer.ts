/**
 * Calls a function once, after a delay in milliseconds.
 * Shape: returns what cancels the call.
 */
export type StartTimer = (run: () => void, delayMs: number) => () => void;

/** Node's own timer; it does not keep the process alive. */
export const startTimer: StartTimer = (run, delayMs) => {
  const timer = setTimeout(run, delayMs).unref();
  return () => {
    clearTimeout(timer);
  };
};
