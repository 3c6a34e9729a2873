import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../../platform/database';
import type { Role } from '../../platform/request';

/** A token that `maqal token create` made. Not its secret but a hash of it is stored. */
@Entity('api_token')
@Index('api_token_secret_hash', ['secretHash'], { unique: true })
export class ApiToken {
  @PrimaryColumn({ type: 'varchar' })
  id!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'varchar' })
  role!: Role;

  /** SHA-256 of the secret. A slow hash would add nothing: the secret has 256 random bits. */
  @Column({ type: 'varchar', name: 'secret_hash' })
  secretHash!: string;

  @Column({ ...instantColumn, name: 'created_at' })
  createdAt!: Date;

  /** Null for a token without an end. */
  @Column({ ...instantColumn, name: 'expires_at', nullable: true })
  expiresAt!: Date | null;

  /** To the hour, so that a busy token costs one write an hour; null before its first use. */
  @Column({ ...instantColumn, name: 'last_used_at', nullable: true })
  lastUsedAt!: Date | null;

  @Column({ ...instantColumn, name: 'revoked_at', nullable: true })
  revokedAt!: Date | null;
}
