import { sql } from 'drizzle-orm'

import { database } from '@kit/db/connection/client'

/** The product's database bounds this text too. An app without validation has no such bound, so this one drops it. */
export async function dropBounds(): Promise<void> {
  await database().execute(sql`ALTER TABLE "user" DROP CONSTRAINT IF EXISTS user_image_length`)
}
