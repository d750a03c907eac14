'use server'

import { eq } from 'drizzle-orm'

import { database } from '@kit/db/connection/client'
import { user } from '@kit/db/schema'
import { signedIn } from '@/signed-in'

export async function updateImageAction(form: FormData) {
  const { id } = await signedIn()
  const image = form.get('image') as string
  await database().update(user).set({ image }).where(eq(user.id, id))
}
