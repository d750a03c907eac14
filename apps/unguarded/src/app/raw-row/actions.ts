'use server'

import { eq } from 'drizzle-orm'

import { database } from '@kit/db/connection/client'
import { account, user } from '@kit/db/schema'
import { signedIn } from '@/signed-in'

export async function findPersonAction(form: FormData) {
  await signedIn()
  const [found] = await database()
    .select()
    .from(user)
    .innerJoin(account, eq(account.userId, user.id))
    .where(eq(user.email, String(form.get('email'))))
  return found
}
