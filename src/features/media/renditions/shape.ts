import { ImageCrop } from '../image-format';

/** The widths that renditions come in. Units: pixels. */
export const widthLadder = [160, 320, 480, 800, 1200, 1920, 2560] as const;

/** What the shapes of a picture follow from. */
export interface Measured {
  /** Units: pixels as the picture is shown, turned upright. */
  readonly width: number;
  readonly height: number;
}

/** What a crop is chosen around. Shape: shares of width and height, 0 to 1. */
export interface Focused {
  readonly focalX: number;
  readonly focalY: number;
}

/** A part of a picture. Units: pixels as it is shown. */
export interface Rectangle extends Measured {
  readonly left: number;
  readonly top: number;
}

/** Width to height; null for the whole picture. */
const ratios: Readonly<Record<ImageCrop, number | null>> = {
  [ImageCrop.NONE]: null,
  [ImageCrop.SQUARE]: 1,
  [ImageCrop.CLASSIC_4_3]: 4 / 3,
  [ImageCrop.WIDE_16_9]: 16 / 9,
};

/** How large the part is that a crop leaves of a picture. */
export function sizeOfCrop({ width, height }: Measured, crop: ImageCrop): Measured {
  const ratio = ratios[crop];
  if (ratio === null) return { width, height };
  return {
    width: Math.max(1, Math.min(width, Math.round(height * ratio))),
    height: Math.max(1, Math.min(height, Math.round(width / ratio))),
  };
}

/** The part that a crop leaves of a picture: its focal point in the middle, as far as there is room. */
export function placeCrop(picture: Measured & Focused, crop: ImageCrop): Rectangle {
  const { width, height } = sizeOfCrop(picture, crop);
  return {
    width,
    height,
    left: placeSide(picture.width, width, picture.focalX),
    top: placeSide(picture.height, height, picture.focalY),
  };
}

/** The widths that there are of a crop: those of the ladder below its own, and its own or the widest. */
export function listWidths(picture: Measured, crop: ImageCrop): number[] {
  const { width } = sizeOfCrop(picture, crop);
  const widest = Math.min(width, Math.max(...widthLadder));
  return [...widthLadder.filter((rung) => rung < widest), widest];
}

/** The width that answers a wish: the next that there is; the widest where nothing is wished for. */
export function chooseWidth(picture: Measured, crop: ImageCrop, wished: number | null): number {
  const widths = listWidths(picture, crop);
  const widest = widths.at(-1) ?? picture.width;
  return wished === null ? widest : (widths.find((width) => width >= wished) ?? widest);
}

/** The height of a rendition of a crop. */
export function heightOf(picture: Measured, crop: ImageCrop, width: number): number {
  const size = sizeOfCrop(picture, crop);
  return Math.max(1, Math.round((width * size.height) / size.width));
}

function placeSide(whole: number, part: number, focus: number): number {
  return Math.min(whole - part, Math.max(0, Math.round(focus * whole - part / 2)));
}
