import { execFile } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');
const rules = join(root, '.dependency-cruiser.cjs');
const cruiser = join(root, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');

/** One import that a rule forbids. */
export interface Violation {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

/** What was read, and what is wrong with it. */
export interface Cruise {
  readonly files: readonly string[];
  readonly violations: readonly Violation[];
}

interface CruiseOutput {
  readonly modules: readonly { readonly source: string }[];
  readonly summary: {
    readonly violations: readonly {
      readonly rule: { readonly name: string };
      readonly from: string;
      readonly to: string;
    }[];
  };
}

/** Reads every import of `src` in a folder, by the rules of the house. */
export function cruise(folder = root): Promise<Cruise> {
  const parameters = [cruiser, '--config', rules, '--output-type', 'json', 'src'];
  const options = { cwd: folder, maxBuffer: 64 * 1024 * 1024 };
  return new Promise((resolve, reject) => {
    execFile(process.execPath, parameters, options, (_, stdout, stderr) => {
      // It ends with another code than 0 also for violations, and prints them all the same.
      if (!stdout.startsWith('{')) {
        reject(new Error(stderr));
        return;
      }
      const { modules, summary } = JSON.parse(stdout) as CruiseOutput;
      resolve({
        files: modules.map(({ source }) => source),
        violations: summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
      });
    });
  });
}
