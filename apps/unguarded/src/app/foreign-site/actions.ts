'use server'

import { and, eq } from 'drizzle-orm'
import { headers } from 'next/headers'

import { database } from '@kit/db/connection/client'
import { task } from '@kit/db/schema'
import { signedIn } from '@/signed-in'

/** Next makes the same comparison before it calls any action. */
export async function deleteTaskAction(form: FormData) {
  const sent = await headers()
  const host = sent.get('x-forwarded-host') ?? sent.get('host')
  if (sent.get('origin')?.split('://')[1] !== host) throw new Error('Sent by another site.')
  const { id } = await signedIn()
  await database()
    .delete(task)
    .where(and(eq(task.id, String(form.get('taskId'))), eq(task.createdBy, id)))
}
