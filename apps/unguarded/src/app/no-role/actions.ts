'use server'

import { and, eq } from 'drizzle-orm'

import { database } from '@kit/db/connection/client'
import { member } from '@kit/db/schema'
import { memberOf } from '@/member-of'

export async function changeRoleAction(form: FormData) {
  const { organizationId } = await memberOf(String(form.get('organization')))
  await database()
    .update(member)
    .set({ role: String(form.get('role')) })
    .where(and(eq(member.organizationId, organizationId), eq(member.id, String(form.get('memberId')))))
}
