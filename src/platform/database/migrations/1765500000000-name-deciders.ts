import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What kind of party took each moderation decision, and the reason that it gave.
 *
 * Names alone told the rules and authors from tokens before; a token of such a name is taken for
 * what it was taken for until now.
 */
export class NameDeciders1765500000000 implements MigrationInterface {
  readonly name = 'NameDeciders1765500000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE moderation_event ADD COLUMN decider_kind varchar NOT NULL DEFAULT 'TOKEN'`,
    );
    await runner.query('ALTER TABLE moderation_event ADD COLUMN reason text');
    await runner.query(
      `UPDATE moderation_event SET decider_kind = upper(decided_by)
       WHERE decided_by IN ('policy', 'author')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE moderation_event DROP COLUMN reason');
    await runner.query('ALTER TABLE moderation_event DROP COLUMN decider_kind');
  }
}
