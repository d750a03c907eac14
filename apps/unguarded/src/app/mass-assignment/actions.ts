'use server'

import { eq } from 'drizzle-orm'

import { database } from '@kit/db/connection/client'
import { user } from '@kit/db/schema'
import { signedIn } from '@/signed-in'

export async function updateProfileAction(form: FormData) {
  const { id } = await signedIn()
  const profile = Object.fromEntries(form) as { name: string }
  await database().update(user).set(profile).where(eq(user.id, id))
}
