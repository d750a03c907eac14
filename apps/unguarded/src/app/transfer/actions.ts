'use server'

import { createHmac, randomBytes } from 'node:crypto'

import { and, eq } from 'drizzle-orm'

import { database } from '@kit/db/connection/client'
import { member, organization } from '@kit/db/schema'
import { signedIn } from '@/signed-in'

const key = randomBytes(32)

/** Meant for the email to the next owner. The export makes it an endpoint. */
export async function codeOf(slug: string) {
  return createHmac('sha256', key).update(slug).digest('hex').slice(0, 12)
}

/** The code is right, but nothing checks whose it is. */
export async function acceptTransferAction(form: FormData) {
  const { id } = await signedIn()
  const slug = String(form.get('organization'))
  if (form.get('code') !== (await codeOf(slug))) throw new Error('Wrong code.')
  const db = database()
  const [found] = await db.select().from(organization).where(eq(organization.slug, slug))
  if (!found) throw new Error('Not found.')
  await db.delete(member).where(and(eq(member.organizationId, found.id), eq(member.userId, id)))
  await db.insert(member).values({ organizationId: found.id, userId: id, role: 'owner' })
}
