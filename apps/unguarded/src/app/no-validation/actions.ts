'use server'

import { eq } from 'drizzle-orm'

import { database } from '@kit/db/connection/client'
import { user } from '@kit/db/schema'
import { signedIn } from '@/signed-in'

export async function updateNameAction(form: FormData) {
  const { id } = await signedIn()
  const name = form.get('name') as string
  await database().update(user).set({ name }).where(eq(user.id, id))
}
