import { sql } from 'drizzle-orm'
import { check, customType, pgTable, uuid } from 'drizzle-orm/pg-core'
import { user } from '../accounts/table'
import { createdAt } from '../schema/columns'
import { appRows } from '../schema/policies'

const bytea = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' })

/** A person's picture, in a separate table so no other query reads its bytes. `user.image` holds its version. */
export const avatar = pgTable(
  'avatar',
  {
    userId: uuid()
      .primaryKey()
      .references(() => user.id, { onDelete: 'cascade' }),
    /** A WebP file that the server made. */
    image: bytea().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    // `MOST_AVATAR_BYTES`.
    check('avatar_size', sql`octet_length(${table.image}) BETWEEN 1 AND 49152`),
    appRows('avatar_of_app'),
  ],
)
