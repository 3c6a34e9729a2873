import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { PublicError } from '../../platform/errors';
import type { MediaFeature } from '../media';
import type { PictureFact } from './import.facts';

/** A picture of a page that the service holds. */
export interface PagePicture {
  readonly fileId: string;
  readonly alt?: string | undefined;
}

/** The pictures in the order of the facts, or why one of them cannot be taken in. */
export type PagePicturesResult =
  { readonly pictures: readonly (PagePicture | null)[] } | { readonly refusal: string };

type Facts = readonly (PictureFact | null)[];

/** Why a picture that a facts file names is none, in English. */
class PictureRefused extends Error {
  override readonly name = 'PictureRefused';
}

/** Takes in the pictures that a facts file names, by the door that uploads come through. */
export class PagePictures {
  constructor(private readonly intake: MediaFeature['intake']) {}

  /** Takes the pictures in; one that is held already is found again. */
  take(facts: Facts, folder: string): Promise<PagePicturesResult> {
    return collect(facts, (file) =>
      read(join(folder, file), async (handle) => {
        const chunks: AsyncIterable<Buffer> = handle.createReadStream({ autoClose: false });
        const taken = await this.intake.take({ chunks, declaredType: null, language: 'en' });
        return taken.file.id;
      }),
    );
  }

  /** What `take` would answer, with nothing taken in: a picture that is new has its hash for an id. */
  plan(facts: Facts, folder: string): Promise<PagePicturesResult> {
    return collect(facts, (file) =>
      read(join(folder, file), async () => {
        const hash = await this.intake.hash(join(folder, file));
        return (await this.intake.listKnown([hash])).get(hash) ?? hash;
      }),
    );
  }
}

async function collect(
  facts: Facts,
  idOf: (file: string) => Promise<string>,
): Promise<PagePicturesResult> {
  const pictures: (PagePicture | null)[] = [];
  for (const fact of facts) {
    try {
      pictures.push(fact === null ? null : { fileId: await idOf(fact.file), alt: fact.alt });
    } catch (error) {
      if (!(error instanceof PublicError || error instanceof PictureRefused)) throw error;
      return { refusal: `The picture ${fact?.file ?? ''} cannot be taken in: ${error.message}` };
    }
  }
  return { pictures };
}

/** Errors: PictureRefused where there is no such file; what `work` throws. */
async function read(path: string, work: (handle: FileHandle) => Promise<string>): Promise<string> {
  const handle = await open(path, 'r').catch((error: unknown) => {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    throw new PictureRefused(code);
  });
  try {
    if (!(await handle.stat()).isFile()) throw new PictureRefused('it is no file');
    return await work(handle);
  } finally {
    await handle.close();
  }
}
