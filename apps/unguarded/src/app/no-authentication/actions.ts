'use server'

import { eq } from 'drizzle-orm'

import { database } from '@kit/db/connection/client'
import { task } from '@kit/db/schema'

export async function deleteTaskAction(form: FormData) {
  await database()
    .delete(task)
    .where(eq(task.id, String(form.get('taskId'))))
}
