import { bodyRules } from './body-rules';
import { furnitureRules } from './furniture-rules';
import { headRules } from './head-rules';
import { usesEmptyLines } from './line-shapes';
import { findImages } from './page-images';
import type { PageLine } from './page-lines';
import { applyRule, type PageReading, type Rule } from './rule';

/** The rules by which a page is read, in order: an earlier rule's finding stands. */
export const rules: readonly Rule[] = [...furnitureRules, ...headRules, ...bodyRules];

/** Reads a page by all rules; afterwards no line is without a role. */
export function readPage(lines: readonly PageLine[]): PageReading {
  return rules.reduce(applyRule, {
    lines,
    images: findImages(lines),
    isSpaced: usesEmptyLines(lines),
    roles: lines.map(() => null),
    doubts: lines.map(() => null),
  });
}
