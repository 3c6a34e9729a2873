import type { Image } from '../image';
import { ImageFormat, type MediaFeature, speak } from '../media';
import type { NamedAgent } from './author';

/** An `ImageObject` of schema.org. Shape: what is not known is absent. */
export interface ImageObject {
  readonly '@type': 'ImageObject';
  readonly contentUrl: string;
  /** The same address, for readers that look at `url` alone. */
  readonly url: string;
  /** Units: pixels of what the address serves. */
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  readonly caption?: string | undefined;
  readonly creditText?: string | undefined;
  readonly creator?: readonly NamedAgent[] | undefined;
  readonly copyrightNotice?: string | undefined;
  /** Where the rights are told or bought. */
  readonly license?: string | undefined;
}

/** As wide as search engines ask for, in a format that every reader shows. */
const wish = { width: 1_200, format: ImageFormat.JPEG };

/** A picture of an article, with whom it is credited to; null while it has no address. */
export function composeImage(image: Image, urls: MediaFeature['urls']): ImageObject | null {
  const place = findPlace(image, urls);
  if (place === null) return null;
  const { caption, credit } = image;
  return {
    '@type': 'ImageObject',
    contentUrl: place.url,
    url: place.url,
    width: place.width ?? undefined,
    height: place.height ?? undefined,
    caption: caption ?? undefined,
    creditText: credit ?? undefined,
    ...composeRights(image),
  };
}

function findPlace(
  { heldFile, storedUrl, storedWidth, storedHeight }: Image,
  urls: MediaFeature['urls'],
) {
  if (heldFile !== null) return urls.show(heldFile, wish);
  if (storedUrl === null) return null;
  return { url: storedUrl, width: storedWidth, height: storedHeight };
}

function composeRights({ heldFile, locale }: Image) {
  if (heldFile === null) return {};
  const { creators, rightsUrl } = heldFile.said;
  const named = creators.map((name): NamedAgent => ({ '@type': 'Person', name }));
  return {
    creator: named.length === 0 ? undefined : named,
    copyrightNotice: speak(heldFile, locale).copyright ?? undefined,
    license: rightsUrl ?? undefined,
  };
}
