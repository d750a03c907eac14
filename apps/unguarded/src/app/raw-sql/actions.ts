'use server'

import { sql } from 'drizzle-orm'

import { database } from '@kit/db/connection/client'
import { memberOf } from '@/member-of'

export async function searchTasksAction(form: FormData) {
  const { organizationId } = await memberOf(String(form.get('organization')))
  const query = `SELECT title FROM task
    WHERE organization_id = '${organizationId}' AND title LIKE '%${String(form.get('text'))}%'`
  const found = await database().execute<{ title: string }>(sql.raw(query))
  return found.map(({ title }) => title)
}
