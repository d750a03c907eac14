'use server'

import { eq } from 'drizzle-orm'

import { database } from '@kit/db/connection/client'
import { member } from '@kit/db/schema'
import { signedIn } from '@/signed-in'

export async function stepDownAction() {
  const { id } = await signedIn()
  await setRole(id, 'viewer')
}

/** Meant for the action above and a test. The export makes it an endpoint. */
export async function setRole(userId: string, role: string) {
  await database().update(member).set({ role }).where(eq(member.userId, userId))
}
