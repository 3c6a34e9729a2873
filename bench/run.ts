// `npm run bench [-- NAME…] [FOLDER] [--quick] [--no-build]`: measures the built service beside its
// references, in one run. A folder has a stroke or a dot in it.
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { type Bench, type BenchKit, fullOptions, quickOptions } from './bench';
import { benches } from './benches';
import { Driver } from './load/driver';
import { Operations } from './load/operations';
import { buildService } from './processes/build';
import { seating } from './processes/cores';
import { drawChart } from './report/draw-chart';
import { printReport } from './report/print-report';
import { storeResult } from './report/results';

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      quick: { type: 'boolean', default: false },
      // To measure dist as it is while somebody works on src.
      'no-build': { type: 'boolean', default: false },
    },
  });
  const folder = positionals.find((word) => /[./\\]/u.test(word)) ?? null;
  const chosen = choose(positionals.filter((word) => word !== folder));
  if (!values['no-build']) buildService();
  console.log(`Node ${process.version}; ${seating}`);
  warnOfOthers();
  const driver = await Driver.start();
  const options = values.quick ? quickOptions : fullOptions;
  const kit: BenchKit = { options, driver, operations: await Operations.read(), folder };
  try {
    for (const bench of chosen) await runOne(bench, kit);
  } finally {
    driver.stop();
  }
  if (!values.quick) console.log(`\nDrew ${await drawChart()}`);
}

/** What others do on the machine at the same time costs caches and turns, unevenly. */
function warnOfOthers(): void {
  const [load = 0] = loadavg();
  if (load > 1) {
    console.log(`The machine is not idle (load average ${load.toFixed(1)}): trust ratios only`);
  }
}

function choose(names: readonly string[]): readonly Bench[] {
  if (names.length === 0) return benches.filter(({ needsFolder }) => needsFolder !== true);
  return names.map((name) => {
    const bench = benches.find((one) => one.name === name);
    if (bench !== undefined) return bench;
    const known = benches.map((one) => one.name).join(', ');
    throw new Error(`There is no bench ${name}; there are: ${known}`);
  });
}

async function runOne(bench: Bench, kit: BenchKit): Promise<void> {
  console.log(`\nMeasuring ${bench.name} …`);
  const report = await bench.run(kit);
  printReport(bench.title, report);
  console.log(`· written to ${await storeResult(bench, kit.options, report)}`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
