import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { breaking } from './breaking'
import { migrationsFolder } from './migrations'

/** The first migrations create everything, before there is old code. */
const FIRST_RELEASE = '0007'

const later = readdirSync(migrationsFolder)
  .filter((name) => name.endsWith('.sql') && name.slice(0, 4) > FIRST_RELEASE)
  .map((name) => [name, readFileSync(join(migrationsFolder, name), 'utf8')] as const)

test.each(later)('%s works with the code before it', (_name, migration) => {
  expect(breaking(migration)).toEqual([])
})

test.each([
  'ALTER TABLE "note" DROP COLUMN "title";',
  'DROP TABLE "note";',
  'drop function record_security_event(text);',
  'ALTER TABLE "note" RENAME COLUMN "title" TO "name";',
  'ALTER TABLE "note" RENAME TO "issue";',
  'ALTER TABLE "note" ADD COLUMN "kind" text NOT NULL;',
  'ALTER TABLE "note" ALTER COLUMN "title" SET NOT NULL;',
  'ALTER TABLE "note" ALTER COLUMN "position" SET DATA TYPE bigint;',
  '-- contract\nSELECT 1;--> statement-breakpoint\nDROP TABLE "note";',
  'ALTER TABLE "note" DROP CONSTRAINT "note_kind";--> statement-breakpoint\nALTER TABLE "note" ADD CONSTRAINT "other" CHECK (true);',
])('finds what breaks old code in %j', (migration) => {
  expect(breaking(migration)).not.toEqual([])
})

test.each([
  'ALTER TABLE "note" ADD COLUMN "kind" text;',
  `ALTER TABLE "note" ADD COLUMN "kind" text DEFAULT 'plain' NOT NULL;`,
  'CREATE TABLE "label" ("id" uuid PRIMARY KEY NOT NULL, "name" text NOT NULL);',
  '-- DROP TABLE "note";\nSELECT 1;',
  '-- contract: no version since 1.4 reads it\nDROP TABLE "label";',
  'DROP INDEX "task_by_age";',
  'ALTER TABLE "note" DROP CONSTRAINT "note_kind";--> statement-breakpoint\nALTER TABLE "note" ADD CONSTRAINT "note_kind" CHECK (true);',
  'DROP POLICY "a" ON "note";',
])('accepts %j', (migration) => {
  expect(breaking(migration)).toEqual([])
})
