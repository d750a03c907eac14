'use server'

import { database } from '@kit/db/connection/client'
import { task } from '@kit/db/schema'
import { signedIn } from '@/signed-in'

export async function createTaskAction(form: FormData) {
  await signedIn()
  await database()
    .insert(task)
    .values({
      title: String(form.get('title')),
      organizationId: String(form.get('organizationId')),
      createdBy: String(form.get('createdBy')),
    })
}
