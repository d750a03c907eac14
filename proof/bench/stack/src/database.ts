import { eq, sql } from 'drizzle-orm'
import { boolean, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'

const item = pgTable('item', {
  id: uuid().primaryKey().defaultRandom(),
  title: text().notNull(),
  description: text().notNull().default(''),
  listed: boolean().notNull().default(false),
})

const counter = pgTable('counter', { key: text().primaryKey(), calls: integer().notNull() })

/** As many connections as the product's default. */
export const database = drizzle(postgres(process.env.DATABASE_URL ?? '', { max: 10 }))

type Transaction = Parameters<Parameters<typeof database.transaction>[0]>[0]

const listed = (db: Pick<typeof database, 'select'>, most: number) =>
  db.select().from(item).where(eq(item.listed, true)).orderBy(item.id).limit(most)

/** In place of the session. */
export const findPerson = () => listed(database, 1)

/** In place of a rate limit. */
export const countCall = (key: string) =>
  database
    .insert(counter)
    .values({ key, calls: 1 })
    .onConflictDoUpdate({ target: counter.key, set: { calls: sql`${counter.calls} + 1` } })
    .returning({ calls: counter.calls })

const setLocal = (name: string, value: string) => sql<string>`set_config(${name}, ${value}, true)`

/** In place of the membership: one row, and the settings that row-level security would read. */
export const enter = (transaction: Transaction) =>
  transaction
    .select({
      id: item.id,
      organization: setLocal('app.organization_id', 'one'),
      user: setLocal('app.user_id', 'two'),
      action: setLocal('app.action', 'create'),
    })
    .from(item)
    .where(eq(item.listed, true))
    .limit(1)

export const listItems = (transaction: Transaction) => listed(transaction, 20)

export const insertItem = (transaction: Transaction, values: { title: string; description: string }) =>
  transaction.insert(item).values(values).returning({ id: item.id })
