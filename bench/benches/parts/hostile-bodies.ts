import {
  maxBodyLines,
  maxBodyMarkup,
  readBodyMarkdown,
  renderMarkdown,
} from '../../../src/lib/text';
import { median } from '../../report/statistics';

/** What checking and rendering one body cost. */
export interface BodyCost {
  readonly label: string;
  readonly checkMs: number;
  readonly renderMs: number;
}

const maxLength = 200_000;
const repeatCount = 5;
const markup = /[[\]*_`<>\\&]|[-+.)](?=[ \t\n])/gu;

const nestedList = Array.from({ length: 19 }, (_, depth) => `${' '.repeat(2 * depth)}- a\n`).join(
  '',
);

/** The dearest that a random search over pieces of CommonMark has found. */
const units: readonly (readonly [label: string, unit: string])[] = [
  ['open brackets of images and references', 'www#35;a  [r]  _![b c---'],
  ['open brackets over lines, and links', 'www)#35~~~;\n[r]  _![b c<http://a>'],
  ['links in open brackets', ' c<a@b.c>(ب~~~[<a@b.c>'],
  ['links', '[a](http://a.b)'],
  ['lists nested 19 deep', nestedList],
  ['lists that follow each other', '- a\n+ b\n'],
  ['quotations with lists', '> 1. > - a\n'],
  ['nested emphasis', '*_a '],
];

/** Repeats a piece as often as the bounds of a body allow. */
function fill(unit: string): string {
  const marks = unit.match(markup)?.length ?? 0;
  const lines = unit.match(/\n/gu)?.length ?? 0;
  const most = Math.min(
    maxLength / unit.length,
    marks === 0 ? Infinity : maxBodyMarkup / marks,
    lines === 0 ? Infinity : maxBodyLines / lines,
  );
  return unit.repeat(Math.floor(most) - 1);
}

function measureCpuMs(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

/** Medians of checking and rendering hostile bodies at the bounds. */
export function measureHostileBodies(): BodyCost[] {
  return units.map(([label, unit]) => {
    const text = fill(unit);
    const { markdown, faults } = readBodyMarkdown(text);
    if (faults.length > 0) throw new Error(`This body is refused: ${label}`);
    const measure = (work: () => void) =>
      median(Array.from({ length: repeatCount }, () => measureCpuMs(work)));
    return {
      label,
      checkMs: measure(() => readBodyMarkdown(text)),
      renderMs: measure(() => renderMarkdown(markdown)),
    };
  });
}
