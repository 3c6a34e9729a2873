import type { Rectangle, Measured } from './shape';

/** How a stored picture is turned to be shown. */
export interface Turn {
  /** Units: degrees, clockwise. */
  readonly degrees: 0 | 90 | 180 | 270;
  /** Whether it is mirrored from left to right, after it was turned. */
  readonly isMirrored: boolean;
}

/** What each value of EXIF's Orientation means. Source: CIPA DC-008 (Exif 3.0), 4.6.5.1.6. */
const turns: readonly Turn[] = [
  { degrees: 0, isMirrored: false },
  { degrees: 0, isMirrored: true },
  { degrees: 180, isMirrored: false },
  { degrees: 180, isMirrored: true },
  { degrees: 90, isMirrored: true },
  { degrees: 90, isMirrored: false },
  { degrees: 270, isMirrored: true },
  { degrees: 270, isMirrored: false },
];

const upright: Turn = { degrees: 0, isMirrored: false };

/** The turn of an orientation, from 1 to 8; none for any other value. */
export function turnOf(orientation: number | undefined): Turn {
  return turns[(orientation ?? 1) - 1] ?? upright;
}

/** Whether a turn makes the width of a picture its height. */
export function isOnSide({ degrees }: Turn): boolean {
  return degrees === 90 || degrees === 270;
}

/** The size of a picture before it was turned, or after it: a turn on its side swaps both ways. */
export function turnSize({ width, height }: Measured, turn: Turn): Measured {
  return isOnSide(turn) ? { width: height, height: width } : { width, height };
}

/** Where a part of a shown picture lies in the stored one. */
export function storedPart(shown: Measured, part: Rectangle, turn: Turn): Rectangle {
  const left = turn.isMirrored ? shown.width - part.left - part.width : part.left;
  const { top, width, height } = part;
  const right = shown.width - left - width;
  const bottom = shown.height - top - height;
  switch (turn.degrees) {
    case 0:
      return { left, top, width, height };
    case 90:
      return { left: top, top: right, width: height, height: width };
    case 180:
      return { left: right, top: bottom, width, height };
    case 270:
      return { left: bottom, top: left, width: height, height: width };
  }
}
