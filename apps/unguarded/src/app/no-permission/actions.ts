'use server'

import { database } from '@kit/db/connection/client'
import { task } from '@kit/db/schema'
import { memberOf } from '@/member-of'

export async function createTaskAction(form: FormData) {
  const { organizationId, userId } = await memberOf(String(form.get('organization')))
  await database()
    .insert(task)
    .values({ title: String(form.get('title')), organizationId, createdBy: userId })
}
