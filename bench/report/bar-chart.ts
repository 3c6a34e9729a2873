/** Bars that are compared with one another; each group has a scale of its own. */
export interface BarGroup {
  readonly title: string;
  readonly bars: readonly {
    readonly label: string;
    readonly value: number;
    readonly isOurs: boolean;
  }[];
}

/** Units of all of them: SVG user units, which are pixels where nothing scales the picture. */
const widthPx = 760;
const labelWidthPx = 300;
const valueWidthPx = 60;
const barHeightPx = 18;
const rowHeightPx = 26;
const titleHeightPx = 34;
const marginPx = 16;
const barRoomPx = widthPx - labelWidthPx - valueWidthPx - 2 * marginPx;

/** Colours for light pages and, by the reader's own setting, for dark ones. */
const style = `
  text { font: 13px system-ui, sans-serif; fill: #1f2328; }
  .heading { font-size: 15px; font-weight: 600; }
  .title { font-weight: 600; }
  .other { fill: #8c959f; }
  .ours { fill: #0969da; }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3; }
    .other { fill: #6e7681; }
    .ours { fill: #58a6ff; }
  }
`;

/** Horizontal bars as an SVG document without a background, so that any page shows through. */
export function writeBarChart(heading: string, groups: readonly BarGroup[]): string {
  const parts: string[] = [];
  let top = marginPx + titleHeightPx;
  for (const { title, bars } of groups) {
    const most = Math.max(...bars.map(({ value }) => value));
    parts.push(writeText(marginPx, top + 14, title, 'title'));
    top += rowHeightPx;
    for (const bar of bars) {
      parts.push(writeBar(top, bar, most));
      top += rowHeightPx;
    }
    top += marginPx;
  }
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${widthPx} ${top}" width="${widthPx}" height="${top}" role="img" aria-label="${escape(heading)}">`,
    `<style>${style}</style>`,
    writeText(marginPx, marginPx + 14, heading, 'heading'),
    ...parts,
    '</svg>\n',
  ].join('\n');
}

function writeBar(top: number, { label, value, isOurs }: BarGroup['bars'][number], most: number) {
  const left = marginPx + labelWidthPx;
  const length = Math.max(2, (value / most) * barRoomPx);
  const baseline = top + 14;
  return [
    writeText(left - 10, baseline, label, isOurs ? 'title' : '', 'end'),
    `<rect class="${isOurs ? 'ours' : 'other'}" x="${left}" y="${top}" width="${length.toFixed(1)}" height="${barHeightPx}" rx="2"/>`,
    writeText(left + length + 6, baseline, Math.round(value).toLocaleString('en'), ''),
  ].join('\n');
}

function writeText(x: number, y: number, text: string, name: string, anchor = 'start'): string {
  return `<text class="${name}" x="${x.toFixed(1)}" y="${y}" text-anchor="${anchor}">${escape(text)}</text>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
