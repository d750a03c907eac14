'use server'

import { eq } from 'drizzle-orm'

import { database } from '@kit/db/connection/client'
import { user } from '@kit/db/schema'
import { signedIn } from '@/signed-in'

export async function updateProfileAction(form: FormData) {
  const { id } = await signedIn()
  await database().update(user).set(Object.fromEntries(form)).where(eq(user.id, id))
}
