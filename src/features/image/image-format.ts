import { registerEnumType } from 'type-graphql';

/** In which file format a picture is wanted. */
export enum ImageFormat {
  ORIGINAL = 'ORIGINAL',
  JPEG = 'JPEG',
  WEBP = 'WEBP',
  AVIF = 'AVIF',
}

registerEnumType(ImageFormat, {
  name: 'ImageFormat',
  description: 'In which file format a picture is wanted.',
  valuesConfig: {
    ORIGINAL: { description: 'As it was brought in.' },
    JPEG: { description: 'JPEG: every client shows it.' },
    WEBP: { description: 'WebP: smaller, and shown by all current browsers.' },
    AVIF: { description: 'AVIF: the smallest, for browsers that announce it.' },
  },
});
