import { credits, readerNames, words } from './arabic-words';
import type { Random } from './random';

/** Makes the texts of articles and comments, the same for the same random numbers. */
export class ArabicText {
  constructor(private readonly random: Random) {}

  /** A headline. */
  title(): string {
    return this.run(4, 7);
  }

  /** A heading between sections. */
  heading(): string {
    return this.run(2, 4);
  }

  /** One sentence or more, with a full stop. */
  paragraph(fewest: number, most: number): string {
    return `${this.run(fewest, most)}.`;
  }

  /** What a reader writes. */
  comment(): string {
    return this.paragraph(6, 18);
  }

  /** Whom a picture is credited to. */
  credit(): string {
    return this.random.pick(credits);
  }

  /** Who signs a comment. */
  readerName(): string {
    return this.random.pick(readerNames);
  }

  private run(fewest: number, most: number): string {
    const length = this.random.between(fewest, most);
    return Array.from({ length }, () => this.random.pick(words)).join(' ');
  }
}
