import { Column, Entity, PrimaryColumn } from 'typeorm';
import { textListColumn } from '../database';

/** A purge that the CDN has not accepted yet: the surrogate keys of one change. */
@Entity('cdn_purge')
export class CdnPurge {
  /** In the order of the changes, nearly: ids sort by the time of their making. */
  @PrimaryColumn({ type: 'varchar' })
  id!: string;

  @Column({ ...textListColumn, name: 'surrogate_keys' })
  surrogateKeys!: string[];
}
