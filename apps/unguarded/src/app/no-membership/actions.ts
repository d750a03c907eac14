'use server'

import { and, eq } from 'drizzle-orm'

import { database } from '@kit/db/connection/client'
import { organization, task } from '@kit/db/schema'
import { signedIn } from '@/signed-in'

export async function completeTaskAction(form: FormData) {
  await signedIn()
  const db = database()
  const [found] = await db
    .select()
    .from(organization)
    .where(eq(organization.slug, String(form.get('organization'))))
  if (!found) throw new Error('Not found.')
  await db
    .update(task)
    .set({ status: 'done' })
    .where(and(eq(task.organizationId, found.id), eq(task.id, String(form.get('taskId')))))
}
