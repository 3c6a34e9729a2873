import { escapeHtml, escapeMarkdown } from '../../lib/text';
import { TextFormat } from '../../platform/graphql';
import { formatSectionBody } from './section-body';
import type { Section } from './section.entity';

/** Headings stand under the headline, which is the page's first level. */
const writeHeading: Record<TextFormat, (heading: string) => string> = {
  [TextFormat.TEXT]: (heading) => heading,
  [TextFormat.MARKDOWN]: (heading) => `## ${escapeMarkdown(heading)}`,
  [TextFormat.HTML]: (heading) => `<h2>${escapeHtml(heading)}</h2>`,
};

/** All sections in order, headings included. */
export function formatBody(sections: readonly Section[], format: TextFormat): string {
  return sections
    .flatMap((section) => {
      const body = formatSectionBody(section, format);
      return section.heading === null ? [body] : [writeHeading[format](section.heading), body];
    })
    .filter((part) => part !== '')
    .join(format === TextFormat.HTML ? '\n' : '\n\n');
}
