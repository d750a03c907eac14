'use server'

import { eq } from 'drizzle-orm'

import { database } from '@kit/db/connection/client'
import { task } from '@kit/db/schema'
import { signedIn } from '@/signed-in'

export async function deleteTaskAction(form: FormData) {
  await signedIn()
  await database()
    .delete(task)
    .where(eq(task.id, String(form.get('taskId'))))
}
