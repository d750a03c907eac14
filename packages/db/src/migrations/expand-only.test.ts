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
  'ALTER TABLE "task" DROP COLUMN "title";',
  'DROP TABLE "task";',
  'drop function record_security_event(text);',
  'ALTER TABLE "task" RENAME COLUMN "title" TO "name";',
  'ALTER TABLE "task" RENAME TO "issue";',
  'ALTER TABLE "task" ADD COLUMN "kind" text NOT NULL;',
  'ALTER TABLE "task" ALTER COLUMN "title" SET NOT NULL;',
  'ALTER TABLE "task" ALTER COLUMN "position" SET DATA TYPE bigint;',
  '-- contract\nSELECT 1;--> statement-breakpoint\nDROP TABLE "task";',
  'ALTER TABLE "task" DROP CONSTRAINT "task_kind";--> statement-breakpoint\nALTER TABLE "task" ADD CONSTRAINT "other" CHECK (true);',
])('finds what breaks old code in %j', (migration) => {
  expect(breaking(migration)).not.toEqual([])
})

test.each([
  'ALTER TABLE "task" ADD COLUMN "kind" text;',
  `ALTER TABLE "task" ADD COLUMN "kind" text DEFAULT 'plain' NOT NULL;`,
  'CREATE TABLE "label" ("id" uuid PRIMARY KEY NOT NULL, "name" text NOT NULL);',
  '-- DROP TABLE "task";\nSELECT 1;',
  '-- contract: no version since 1.4 reads it\nDROP TABLE "label";',
  'DROP INDEX "task_by_age";',
  'ALTER TABLE "task" DROP CONSTRAINT "task_kind";--> statement-breakpoint\nALTER TABLE "task" ADD CONSTRAINT "task_kind" CHECK (true);',
  'DROP POLICY "a" ON "task";',
])('accepts %j', (migration) => {
  expect(breaking(migration)).toEqual([])
})
