/** Cuts a text into what is compared. */
export type Tokenizer = (text: string) => string[];

const k1 = 1.2;
const b = 0.75;

/**
 * The search that ours is measured beside: BM25 over whatever a tokenizer gives, nothing else.
 * Source: Robertson and Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond, 2009.
 */
export class WordSearch {
  private readonly postings = new Map<string, Map<number, number>>();
  private readonly lengths: readonly number[];
  private readonly averageLength: number;

  constructor(
    texts: readonly string[],
    private readonly tokenize: Tokenizer,
  ) {
    this.lengths = texts.map((text, place) => this.add(tokenize(text), place));
    this.averageLength = this.lengths.reduce((sum, length) => sum + length, 0) / texts.length;
  }

  /** The places of the texts that fit best. */
  find(query: string, limit: number): number[] {
    const scores = new Map<number, number>();
    for (const token of new Set(this.tokenize(query))) {
      const places = this.postings.get(token) ?? new Map<number, number>();
      const rarity = Math.log(1 + (this.lengths.length - places.size + 0.5) / (places.size + 0.5));
      for (const [place, count] of places) {
        const norm = 1 - b + (b * (this.lengths[place] ?? 0)) / this.averageLength;
        const score = (rarity * count * (k1 + 1)) / (count + k1 * norm);
        scores.set(place, (scores.get(place) ?? 0) + score);
      }
    }
    return [...scores]
      .sort(([one, its], [other, others]) => others - its || one - other)
      .slice(0, limit)
      .map(([place]) => place);
  }

  private add(tokens: readonly string[], place: number): number {
    for (const token of tokens) {
      const places = this.postings.get(token) ?? new Map<number, number>();
      places.set(place, (places.get(place) ?? 0) + 1);
      this.postings.set(token, places);
    }
    return tokens.length;
  }
}

/** Words as they are written, without punctuation. */
export function rawWords(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}
