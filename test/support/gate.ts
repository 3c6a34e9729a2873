/** Holds whoever waits at it until it is opened. */
export interface Gate {
  readonly passed: Promise<void>;
  open(): void;
}

/** A closed gate: how a test decides what happens first, without a clock. */
export function createGate(): Gate {
  let open: () => void = () => undefined;
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { passed, open };
}
