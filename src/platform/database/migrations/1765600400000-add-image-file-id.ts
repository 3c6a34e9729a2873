import { type MigrationInterface, type QueryRunner, TableForeignKey, TableIndex } from 'typeorm';

/** Which picture file an article's image shows. */
export class AddImageFileId1765600400000 implements MigrationInterface {
  readonly name = 'AddImageFileId1765600400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE image ADD COLUMN file_id varchar');
    await runner.createForeignKey('image', fileReference);
    await runner.createIndex('image', fileIndex);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('image', fileIndex);
    await runner.dropForeignKey('image', fileReference);
    await runner.query('ALTER TABLE image DROP COLUMN file_id');
  }
}

const fileReference = new TableForeignKey({
  name: 'image_file_id_fkey',
  columnNames: ['file_id'],
  referencedTableName: 'image_file',
  referencedColumnNames: ['id'],
  onDelete: 'SET NULL',
});

/** A file that is deleted looks for the images that show it. */
const fileIndex = new TableIndex({
  name: 'image_shown_file',
  columnNames: ['file_id'],
});
