import { expect, it } from 'vitest'
import { withoutTables } from './statements'

const BREAK = '--> statement-breakpoint\n'
const KEPT = 'ALTER TABLE "member" ADD COLUMN "order" text;'
const without = (statement: string) => withoutTables([statement, KEPT].join(BREAK), ['order'])

it.each([
  'CREATE TABLE "order" ("id" uuid);',
  '-- Why.\nCREATE TABLE IF NOT EXISTS "public"."order" ("id" uuid);',
  'ALTER TABLE order DROP CONSTRAINT order_of_member;',
  'CREATE UNIQUE INDEX "order_by_age" ON "order" USING btree ("id");',
  'CREATE POLICY "order_of_tenant" ON "order" AS PERMISSIVE FOR ALL;',
  'GRANT UPDATE (a, b) ON TABLE order TO app;',
  "SELECT protect_tenant_table('order', writable_columns => '{title}');",
  "SELECT make_searchable('order', '{title}');",
  'ALTER TABLE "line" ADD CONSTRAINT "line_order" FOREIGN KEY ("order_id") REFERENCES "public"."order"("id");',
])('%s is about the table', (statement) => {
  expect(without(statement)).toBe(KEPT)
})

it.each([
  'CREATE TABLE "order_line" ("order" uuid);',
  'CREATE TABLE "line" ("order" uuid);',
  'CREATE INDEX "line_order" ON "line" USING btree ("order");',
  "SELECT protect_tenant_table('order_line', writable_columns => '{order}');",
])('%s is about another table', (statement) => {
  expect(without(statement)).toBe([statement, KEPT].join(BREAK))
})

it('nothing is left of a migration about the table only', () => {
  expect(withoutTables('CREATE TABLE "order" ();--> statement-breakpoint\n-- The end.\n', ['order'])).toBe(
    undefined,
  )
})
