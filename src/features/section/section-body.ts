import { TextFormat } from '../../platform/graphql';
import type { Section } from './section.entity';

/** A section's body in the wanted form. Cost: nothing is rendered, the forms were made at the write. */
export function formatSectionBody(section: Section, format: TextFormat): string {
  switch (format) {
    case TextFormat.TEXT:
      return section.paragraphs.join('\n\n');
    case TextFormat.MARKDOWN:
      return section.body;
    case TextFormat.HTML:
      return section.bodyHtml;
  }
}
