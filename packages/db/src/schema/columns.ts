import { timestamp, uuid } from 'drizzle-orm/pg-core'

export const id = () => uuid().primaryKey().defaultRandom()

/** Milliseconds, like a JavaScript Date: with a finer clock, cursors would skip rows. */
export const instant = (column = '') => timestamp(column, { withTimezone: true, precision: 3 })

export const createdAt = () => instant().notNull().defaultNow()

/** Set by Drizzle on every update, by the app's clock. */
export const updatedAt = () =>
  instant()
    .notNull()
    .defaultNow()
    .$onUpdate(() => new Date())
