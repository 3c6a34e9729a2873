import { Column, Entity, PrimaryColumn } from 'typeorm';
import { textListColumn } from '../database';

/** What a CDN is still to be told: the keys that one change made stale. */
@Entity('cdn_purge')
export class CdnPurge {
  /** In the order of the changes, nearly: ids sort by the time of their making. */
  @PrimaryColumn({ type: 'varchar' })
  id!: string;

  @Column({ ...textListColumn, name: 'surrogate_keys' })
  surrogateKeys!: string[];
}
