import { cleanMerged, cleanSource } from './cleaners';
import { type FileMetadata, noMetadata } from './file-metadata';
import { readMetadataBlocks } from './metadata-blocks';
import { firstTakenAt } from './parse-taken-at';
import { readExif } from './read-exif';
import { readIim } from './read-iim';
import { readXmp } from './read-xmp';

/** What each standard says by itself, as it stands in the file. */
export interface MetadataSources {
  readonly xmp: FileMetadata;
  readonly iim: FileMetadata;
  readonly exif: FileMetadata;
}

/**
 * Reads what a picture's file says about it: XMP before IIM before EXIF, cleaned.
 *
 * Shape: a block that is damaged or larger than a megabyte says nothing; the others still do.
 * Errors: UnreadableMetadata and no other.
 * Cost: milliseconds; it decodes no pixel. At most a megabyte of metadata is read.
 */
export async function readFileMetadata(bytes: Uint8Array): Promise<FileMetadata> {
  const { xmp, iim, exif } = await readMetadataSources(bytes);
  return cleanMerged(mergeSources([xmp, iim, exif].map(cleanSource)));
}

/**
 * Reads each standard by itself, without cleaning.
 *
 * Errors: UnreadableMetadata and no other.
 */
export async function readMetadataSources(bytes: Uint8Array): Promise<MetadataSources> {
  const blocks = await readMetadataBlocks(bytes);
  return {
    xmp: readBlock(blocks.xmp, readXmp),
    iim: readBlock(blocks.photoshop, readIim),
    exif: readBlock(blocks.exif, readExif),
  };
}

/** Ignores a damaged block, so that the other blocks are still read. */
function readBlock<Block>(block: Block | null, read: (block: Block) => FileMetadata): FileMetadata {
  if (block === null) return noMetadata;
  try {
    return read(block);
  } catch {
    return noMetadata;
  }
}

function mergeSources(sources: readonly FileMetadata[]): FileMetadata {
  const firstList = <Item>(of: (source: FileMetadata) => readonly Item[]): readonly Item[] =>
    sources.map(of).find((items) => items.length > 0) ?? [];
  const firstValue = (of: (source: FileMetadata) => string | null) =>
    sources.map(of).find((value) => value !== null) ?? null;
  return {
    captions: firstList(({ captions }) => captions),
    alts: firstList(({ alts }) => alts),
    creators: firstList(({ creators }) => creators),
    credit: firstValue(({ credit }) => credit),
    copyrights: firstList(({ copyrights }) => copyrights),
    rightsUrl: firstValue(({ rightsUrl }) => rightsUrl),
    digitalSourceType: firstValue(({ digitalSourceType }) => digitalSourceType),
    takenAt: firstTakenAt(sources.map(({ takenAt }) => takenAt)),
    hadLocation: sources.some(({ hadLocation }) => hadLocation),
  };
}
