import type { CheckedImage } from './article-edit';
import type { ImageContent } from './snapshot';

type Fields = CheckedImage['fields'];
type FieldName = keyof Omit<ImageContent, 'id'>;

/** Images by the values of whichever fields are asked for. */
export class ImageIndex {
  /** By the fields' names, then by their values: the images that have these, in reading order. */
  private readonly tables = new Map<string, ReadonlyMap<string, ImageContent[]>>();

  constructor(private readonly images: readonly ImageContent[]) {}

  /**
   * Finds the first image that has the value of each given field and is free.
   * Shape: an image that is not free once never is again. Cost: the first question with other fields
   * reads all images.
   */
  find(fields: Fields, isFree: (image: ImageContent) => boolean): ImageContent | undefined {
    const names = (Object.keys(fields) as FieldName[]).sort();
    const candidates = this.tableOf(names).get(valuesOf(fields, names)) ?? [];
    while (candidates[0] !== undefined && !isFree(candidates[0])) candidates.shift();
    return candidates[0];
  }

  private tableOf(names: readonly FieldName[]): ReadonlyMap<string, ImageContent[]> {
    const known = this.tables.get(names.join());
    if (known !== undefined) return known;
    const table = new Map<string, ImageContent[]>();
    for (const image of this.images) {
      const values = valuesOf(image, names);
      const others = table.get(values);
      if (others === undefined) table.set(values, [image]);
      else others.push(image);
    }
    this.tables.set(names.join(), table);
    return table;
  }
}

/** Whether an image has the value of each field that is sent. */
export function hasFields(image: ImageContent, fields: Fields): boolean {
  const names = Object.keys(fields) as FieldName[];
  return names.every((name) => image[name] === fields[name]);
}

function valuesOf(image: Fields, names: readonly FieldName[]): string {
  return JSON.stringify(names.map((name) => image[name] ?? null));
}
