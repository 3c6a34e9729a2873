import { createRandom, createZipf, type Random } from '../data/random';

const letters = Array.from('ابتثجحخدذرزسشصضطظعغفقكلمنهوي');

/** Arabic makes words of three root letters by patterns; each stands for a root's letters in order. */
const patterns = ['123', '1ا23', 'م12و3', 'ت12ي3', 'است12ا3', '12ا3', 'م1ا23', 'ا1ت2ا3'];

/** How often each is written onto a word, by how often it stands here. */
const prefixes = ['', '', '', 'ال', 'ال', 'ال', 'و', 'وال', 'بال', 'لل'];
const suffixes = ['', '', '', 'ة', 'ات', 'ون', 'ين', 'ي', 'ية', 'ها', 'ه'];

const vocabularySize = 40_000;
const titleLength = 8;
const fewestWords = 150;
const mostWords = 300;

/** An article of words that mean nothing. */
export interface GeneratedArticle {
  readonly title: string;
  readonly paragraph: string;
}

/** Makes Arabic texts whose words are as often as words are, the same for the same seed. */
export class GeneratedNews {
  private readonly random: Random;
  private readonly vocabulary: readonly string[];
  private readonly nextRank: () => number;

  constructor(seed: number) {
    this.random = createRandom(seed);
    this.vocabulary = this.makeVocabulary();
    this.nextRank = createZipf(vocabularySize, this.random);
  }

  /** The next article. */
  article(): GeneratedArticle {
    return {
      title: this.text(titleLength),
      paragraph: `${this.text(this.random.between(fewestWords, mostWords))}.`,
    };
  }

  /** What somebody may look for: one to four words, mostly not the very commonest. */
  query(): string {
    const length = this.random.between(1, 4);
    const words = Array.from({ length }, () => {
      let rank = this.nextRank();
      while (rank < 40 && this.random.between(1, 5) > 1) rank = this.nextRank();
      return this.wordAt(rank);
    });
    return `${words.join(' ')} `;
  }

  private text(length: number): string {
    return Array.from({ length }, () => this.inflected()).join(' ');
  }

  private inflected(): string {
    const word = this.wordAt(this.nextRank());
    return this.random.pick(prefixes) + word + this.random.pick(suffixes);
  }

  private wordAt(rank: number): string {
    return this.vocabulary[rank] ?? '';
  }

  private makeVocabulary(): string[] {
    const words = new Set<string>();
    while (words.size < vocabularySize) {
      const root = [1, 2, 3].map(() => this.random.pick(letters));
      const pattern = this.random.pick(patterns);
      words.add(pattern.replace(/[123]/g, (place) => root[Number(place) - 1] ?? ''));
    }
    return [...words];
  }
}
