import {
  type Parameter,
  type Row,
  type Selection,
  selection,
  Selections,
} from '../../platform/database';
import { type ArticleCriteria, toConditions } from '../article';
import type { ListedCandidate } from './search-index';

/** The parameters that come before those of the criteria: the lists, the last sequence. */
const ownParameters = 2;

/** A plan's lists as their text, the criteria's conditions, and placeholders of the limits. */
export interface CandidateParts {
  readonly list: string;
  /** Conditions on `article a`. */
  readonly conditions: string;
  readonly listLimit: string;
  readonly limit: string;
}

/** Selections of candidates, one object for one text, so that each is prepared once. */
export class CandidateSelections {
  private readonly remembered = new Selections();

  /** Shape: `compose` writes the engine's statement; its lists stand at $1, the sequence at $2. */
  constructor(private readonly compose: (parts: CandidateParts) => string) {}

  /** The statement for criteria, and its last parameters, behind the lists and the sequence. */
  get(criteria: ArticleCriteria, listLength: number, limit: number): [Selection, Parameter[]] {
    const { sql, parameters } = toConditions(criteria, ownParameters + 1);
    const next = ownParameters + parameters.length + 1;
    const selected = this.remembered.get(sql, () =>
      selection('search.listCandidates', ['x.sequence', 'x.coverage', 'd.article_id'], (list) =>
        this.compose({
          list,
          conditions: sql,
          listLimit: `$${next}`,
          limit: `$${next + 1}`,
        }),
      ),
    );
    return [selected, [...parameters, listLength, limit]];
  }
}

/** A candidate from a row of the selection. */
export function toCandidate([sequence, coverage, articleId]: Row): ListedCandidate {
  return {
    sequence: Number(sequence),
    coverage: Number(coverage),
    articleId: String(articleId),
  };
}
