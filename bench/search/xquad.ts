import { readFile } from 'node:fs/promises';
import { packagePath } from '../processes/package-path';

/** A paragraph that becomes an article. */
export interface Paragraph {
  readonly title: string;
  readonly text: string;
}

/** A question with the place of the paragraph that answers it. */
export interface Question {
  readonly text: string;
  readonly paragraph: number;
}

/** Paragraphs and the questions about them. */
export interface QuestionSet {
  readonly paragraphs: readonly Paragraph[];
  readonly questions: readonly Question[];
}

interface XquadFile {
  readonly data: readonly {
    readonly title: string;
    readonly paragraphs: readonly {
      readonly context: string;
      readonly qas: readonly { readonly question: string }[];
    }[];
  }[];
}

/**
 * The Arabic part of XQuAD: 240 paragraphs, 1,190 questions. It is not part of the package.
 * Source: Artetxe, Ruder and Yogatama, On the Cross-lingual Transferability of Monolingual
 * Representations, ACL 2020; CC BY-SA 4.0.
 */
export async function readXquad(): Promise<QuestionSet> {
  const path = packagePath('..', 'shared', 'data', 'xquad-ar', 'xquad.ar.json');
  const { data } = JSON.parse(await readFile(path, 'utf8')) as XquadFile;
  const all = data.flatMap(({ title, paragraphs }) =>
    paragraphs.map((paragraph) => ({ ...paragraph, title: title.replaceAll('_', ' ') })),
  );
  return {
    paragraphs: all.map(({ title, context }) => ({ title, text: context })),
    questions: all.flatMap(({ qas }, paragraph) =>
      qas.map(({ question }) => ({ text: question, paragraph })),
    ),
  };
}

/**
 * The mean over questions of one over the rank of the right answer among the first ten.
 * Shape: for each question the paragraphs that were found, the best first.
 */
export function meanReciprocalRank(
  questions: readonly Question[],
  found: readonly (readonly number[])[],
): number {
  const sum = questions.reduce((total, { paragraph }, index) => {
    const rank = (found[index] ?? []).slice(0, 10).indexOf(paragraph);
    return rank === -1 ? total : total + 1 / (rank + 1);
  }, 0);
  return sum / questions.length;
}
