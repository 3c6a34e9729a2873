import type { FileMetadata, RenditionRights } from '../metadata';
import type { PictureType } from '../picture-type';
import type { Measured, Rectangle } from './shape';

/** Decodes a file once, to find out whether it can be shown and what it says. */
export interface InspectJob {
  readonly kind: 'inspect';
  readonly path: string;
  /** What the file is by its first bytes. */
  readonly mediaType: PictureType;
  /** Units: pixels. */
  readonly maxPixels: number;
}

/** Makes one rendition of a file that was inspected. */
export interface RenderJob {
  readonly kind: 'render';
  readonly path: string;
  /** Where the rendition is written, and synced. */
  readonly targetPath: string;
  readonly target: PictureType;
  /** The picture as it is shown, turned upright. */
  readonly picture: Measured;
  /** Which part of it. */
  readonly part: Rectangle;
  readonly size: Measured;
  /** What the rendition says of its picture: the file's own words, or an editor's in their place. */
  readonly rights: RenditionRights;
}

/** What a worker is asked to do. */
export type PictureJob = InspectJob | RenderJob;

/** A file that can be shown. */
export interface InspectedPicture extends Measured {
  readonly placeholder: string;
  readonly metadata: FileMetadata;
}

/** Why a file is not taken. */
export type PictureRefusal = 'unreadable' | 'tooManyPixels' | 'tooMuchMemory';

/** What becomes of an inspection. */
export type Inspection =
  { readonly picture: InspectedPicture } | { readonly refusal: PictureRefusal };

/** What each job ends with. */
export interface JobResults {
  readonly inspect: Inspection;
  readonly render: null;
}

/** What a worker is sent. */
export interface WorkerRequest {
  readonly id: number;
  readonly job: PictureJob;
}

/** What a worker answers. */
export type WorkerAnswer = {
  readonly id: number;
  /** Units: bytes of memory that the worker holds after the job. */
  readonly heldBytes: number;
} & ({ readonly result: Inspection | null } | { readonly fault: string });
