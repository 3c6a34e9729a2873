import sharp from 'sharp';

/** Units: pixels: 12 million, as phones take them. */
const size = { width: 4_000, height: 3_000 };
/** Units: pixels of a side of what is blown up: about as smooth as a street in daylight. */
const grain = 8;

/**
 * JPEGs of 12 megapixels that are alike, and none of them the same file.
 * Shape: about 2 MB each; what follows a JPEG's end tells them apart.
 */
export async function makePhotographs(count: number): Promise<Buffer[]> {
  const background = { r: 120, g: 130, b: 110 };
  const noise = { type: 'gaussian', mean: 128, sigma: 50 } as const;
  const rough = await sharp({
    create: {
      width: size.width / grain,
      height: size.height / grain,
      ...{ channels: 3, background, noise },
    },
  })
    .png()
    .toBuffer();
  const photograph = await sharp(rough)
    .resize(size.width, size.height)
    .jpeg({ quality: 88 })
    .toBuffer();
  return Array.from({ length: count }, (_, index) =>
    Buffer.concat([photograph, Buffer.from(`photograph ${index}`)]),
  );
}
