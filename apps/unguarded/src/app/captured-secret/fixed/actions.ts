'use server'

import { eq } from 'drizzle-orm'

import { database } from '@kit/db/connection/client'
import { user } from '@kit/db/schema'
import { readApiKey, tellOtherServer } from '@/api-key'
import { signedIn } from '@/signed-in'

/** The same form's action in a separate file, where it captures nothing. */
export async function updateNameAction(form: FormData) {
  const { id } = await signedIn()
  const name = String(form.get('name'))
  await database().update(user).set({ name }).where(eq(user.id, id))
  await tellOtherServer(readApiKey())
}
