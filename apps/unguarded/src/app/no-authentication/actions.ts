'use server'

import { eq } from 'drizzle-orm'

import { database } from '@kit/db/connection/client'
import { user } from '@kit/db/schema'

export async function deleteUserAction(form: FormData) {
  await database()
    .delete(user)
    .where(eq(user.id, String(form.get('userId'))))
}
