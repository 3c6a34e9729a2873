import { Field, Int, ObjectType } from 'type-graphql';
import { Column, type ColumnOptions, Entity, Index, PrimaryColumn } from 'typeorm';
import { flagColumn, instantColumn } from '../../platform/database';
import { DateTime, Node } from '../../platform/graphql';
import type { FileMetadata, TakenAt } from './metadata';
import type { PictureType } from './picture-type';

/** The parts that a side is divided into for a focal point. */
const shareParts = 10_000;

/** A share of a side from 0 to 1, kept as a whole number: the same on both engines. */
const shareColumn: ColumnOptions = {
  type: 'integer',
  transformer: {
    from: (value: unknown) => Number(value) / shareParts,
    to: (value: number) => Math.round(value * shareParts),
  },
};

const metadataColumn: ColumnOptions = {
  type: 'text',
  transformer: {
    from: (value: unknown) => reviveMetadata(String(value)),
    to: (value: FileMetadata) => JSON.stringify(value),
  },
};

/** As stored, with its instant as text. */
interface StoredMetadata extends Omit<FileMetadata, 'takenAt'> {
  readonly takenAt: (Omit<TakenAt, 'at'> & { readonly at: string }) | null;
}

function reviveMetadata(text: string): FileMetadata {
  const stored = JSON.parse(text) as StoredMetadata;
  const { takenAt } = stored;
  return {
    ...stored,
    takenAt: takenAt === null ? null : { ...takenAt, at: new Date(takenAt.at) },
  };
}

/** A picture that is held once, by the hash of its bytes, however many articles show it. */
@Entity('image_file')
@Index('image_file_sha256', ['sha256'], { unique: true })
@Index('image_file_order', ['createdAt', 'id'])
@Index('image_file_use_order', ['isUsed', 'createdAt', 'id'])
@ObjectType('ImageFile', {
  implements: Node,
  description:
    'A picture that the service holds: once, by the hash of its bytes, however many articles show it. For editors.',
  simpleResolvers: true,
})
export class ImageFile extends Node {
  @PrimaryColumn({ type: 'varchar' })
  override id!: string;

  @Field(() => String, {
    description: 'SHA-256 of the bytes that were sent, in hexadecimal: 64 digits.',
  })
  @Column({ type: 'varchar' })
  sha256!: string;

  @Field(() => String, { description: 'What the file is by its bytes, e.g. `"image/jpeg"`.' })
  @Column({ type: 'varchar', name: 'media_type' })
  mediaType!: PictureType;

  @Field(() => Int, { description: 'How many bytes were sent.' })
  @Column({ type: 'integer', name: 'byte_length' })
  byteLength!: number;

  @Field(() => Int, { description: 'Width in pixels as the picture is shown, turned upright.' })
  @Column({ type: 'integer' })
  width!: number;

  @Field(() => Int, { description: 'Height in pixels as the picture is shown, turned upright.' })
  @Column({ type: 'integer' })
  height!: number;

  @Column({ ...shareColumn, name: 'focal_x' })
  focalX!: number;

  @Column({ ...shareColumn, name: 'focal_y' })
  focalY!: number;

  /** Rises with whatever renditions show or carry: the focal point and the credit. */
  @Column({ type: 'integer' })
  version!: number;

  @Field(() => String, {
    description:
      'A tiny blurred likeness as a `data:` address of at most 1.5 kB, to show while the picture loads.',
  })
  @Column({ type: 'text' })
  placeholder!: string;

  /** What an editor wrote in place of what the file says; null where nothing. */
  @Column({ type: 'text', nullable: true })
  alt!: string | null;

  @Column({ type: 'text', nullable: true })
  caption!: string | null;

  @Column({ type: 'text', nullable: true })
  credit!: string | null;

  /** What the file itself says. */
  @Column({ ...metadataColumn, name: 'metadata' })
  said!: FileMetadata;

  /** What `imageFiles(query:)` searches, folded. */
  @Column({ type: 'text', name: 'search_text', select: false })
  searchText!: string;

  /** Whether an article or a revision that is kept uses it; written by ImageFileUses. */
  @Column({ ...flagColumn, name: 'is_used' })
  isUsed!: boolean;

  @Field(() => DateTime, { description: 'When the service took it in.' })
  @Column({ ...instantColumn, name: 'created_at' })
  createdAt!: Date;
}
