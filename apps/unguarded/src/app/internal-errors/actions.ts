'use server'

import { eq } from 'drizzle-orm'

import { database } from '@kit/db/connection/client'
import { user } from '@kit/db/schema'
import { signedIn } from '@/signed-in'

export async function updateNameAction(form: FormData) {
  const { id } = await signedIn()
  try {
    await database()
      .update(user)
      .set({ name: String(form.get('name')) })
      .where(eq(user.id, id))
    return { done: true }
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) }
  }
}
