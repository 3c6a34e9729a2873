import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

const programNames = ['chromium', 'chromium-browser', 'google-chrome'];

/** Finds the browser: CHROMIUM_PATH, else the first on the PATH. */
function findChromium(): string {
  const { CHROMIUM_PATH: chosen, PATH: path = '' } = process.env;
  const candidates = chosen
    ? [chosen]
    : path
        .split(delimiter)
        .flatMap((directory) => programNames.map((name) => join(directory, name)));
  const found = candidates.find((candidate) => existsSync(candidate));
  if (found === undefined) {
    throw new Error(
      `No Chromium at ${chosen ?? 'any place on the PATH'}: apt-get install chromium.`,
    );
  }
  return found;
}

/** Starts a headless Chromium for which no host but this machine exists. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: findChromium(),
    args: ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
    // Chromium refuses to start as root, as in a container, unless its sandbox is off.
    chromiumSandbox: process.getuid?.() !== 0,
  });
}
