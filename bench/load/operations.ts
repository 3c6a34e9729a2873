import { readFile } from 'node:fs/promises';
import { packagePath } from '../processes/package-path';
import type { Operation } from './graphql-requests';

/** The operations that are measured, as schema/operations has them for clients. */
export class Operations {
  private constructor(private readonly documents: ReadonlyMap<string, string>) {}

  /** Reads the documents. */
  static async read(): Promise<Operations> {
    const documents = new Map<string, string>();
    for (const name of ['ArticlePage', 'FrontPage', 'AddComment', 'ModerationQueue']) {
      const path = packagePath('schema', 'operations', `${name}.graphql`);
      documents.set(name, await readFile(path, 'utf8'));
    }
    return new Operations(documents);
  }

  /** The text of an operation. Errors: an Error for one that is not measured. */
  document(name: string): string {
    const document = this.documents.get(name);
    if (document === undefined) throw new Error(`There is no operation ${name}`);
    return document;
  }

  /** The page of an article. */
  articlePage(slug: string): Operation {
    return { name: 'ArticlePage', document: this.document('ArticlePage'), variables: { slug } };
  }

  /** A front page, the first or from a cursor on. */
  frontPage(after: string | null): Operation {
    const variables = after === null ? {} : { after };
    return { name: 'FrontPage', document: this.document('FrontPage'), variables };
  }

  /** What a moderator sees first: the oldest comments that wait. */
  moderationQueue(): Operation {
    return { name: 'ModerationQueue', document: this.document('ModerationQueue'), variables: {} };
  }
}
