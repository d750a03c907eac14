import { sql } from 'drizzle-orm'
import type { SQL, SQLWrapper } from 'drizzle-orm'
import { passkey } from './table'

/** The condition that a user has a passkey. */
export const hasPasskey = (userId: SQLWrapper): SQL<boolean> =>
  sql<boolean>`EXISTS (SELECT FROM ${passkey} WHERE ${passkey.userId} = ${userId})`
