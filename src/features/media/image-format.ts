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
    ORIGINAL: {
      description:
        'The format that the picture was brought in with, made anew: turned upright, and without its place.',
    },
    JPEG: { description: 'JPEG: every client shows it.' },
    WEBP: { description: 'WebP: smaller, and shown by all current browsers.' },
    AVIF: { description: 'AVIF: the smallest, for browsers that announce it.' },
  },
});

/** To which shape a picture is cut. */
export enum ImageCrop {
  NONE = 'NONE',
  SQUARE = 'SQUARE',
  CLASSIC_4_3 = 'CLASSIC_4_3',
  WIDE_16_9 = 'WIDE_16_9',
}

registerEnumType(ImageCrop, {
  name: 'ImageCrop',
  description: 'To which shape a picture is cut, around its focal point.',
  valuesConfig: {
    NONE: { description: 'Not at all: the whole picture.' },
    SQUARE: { description: 'As wide as high, for avatars and tiles.' },
    CLASSIC_4_3: { description: '4 to 3, for cards.' },
    WIDE_16_9: { description: '16 to 9, for the head of an article and previews of links.' },
  },
});
