import { and, eq, sql } from 'drizzle-orm'
import { database } from '@kit/db/connection/client'
import { demoId } from '@kit/db/demo/demo'
import { createInvitation, type MailedInvitation } from '@kit/db/invitations/invitations'
import { invitation, member, user } from '@kit/db/schema'
import { withTenant } from '@kit/db/tenancy/tenant'
import { acceptInvitation, signUpInvited } from '../invitations/invitations'
import type { SessionUser } from '../session/session'
import { Browser } from './testing'

export const acme = demoId('organization', 'acme')
/** A person with an account. */
export const nomad = 'nomad@gatehouse.test'
/** A person without one. */
export const newcomer = 'newcomer@example.test'
export const password = 'a-quiet-garden-wall'

export const invalid = { name: 'CredentialsError', code: 'INVALID_TOKEN' }
export const wrongEmail = { code: 'INVITATION_FOR_OTHER_EMAIL' }
export const lostRight = { code: 'INVITER_LOST_RIGHT' }

/** Deletes all invitations and both people's memberships. */
export async function forgetInvitations(): Promise<void> {
  await database().delete(invitation)
  await database()
    .delete(member)
    .where(eq(member.userId, demoId('user', nomad)))
  await database().delete(user).where(eq(user.email, newcomer))
}

export const claim = (inviter: string) => ({ organization: 'acme', userId: demoId('user', inviter) })

export const invite = (email: string, role = 'editor', inviter = 'owner@acme.test') =>
  withTenant(claim(inviter), (db) => mailOf(createInvitation(db, { email, role }, () => {})))

export async function mailOf(made: ReturnType<typeof createInvitation>): Promise<MailedInvitation> {
  const mail = await made
  if (!mail || mail === 'repeated') throw new Error('The role does not exist.')
  return mail
}

export const person = (email: string, emailVerified = true): SessionUser => ({
  id: demoId('user', email),
  name: email,
  email,
  emailVerified,
  image: null,
  role: 'user',
  createdAt: new Date(0),
  twoFactor: false,
  hasPassword: true,
  hasPasskey: false,
  locale: null,
  timeZone: null,
})

export const accept = (token: string, email = nomad) => acceptInvitation({ token, user: person(email) })

export const join = (token: string, browser = new Browser()) =>
  browser.run(() => signUpInvited({ token, name: 'New Comer', password }))

export async function roleOf(email: string): Promise<string | undefined> {
  const [found] = await database()
    .select({ role: member.role })
    .from(member)
    .innerJoin(user, eq(user.id, member.userId))
    .where(and(eq(user.email, email), eq(member.organizationId, acme)))
  return found?.role
}

export const statusOf = async () => (await database().select().from(invitation))[0]?.status

export const setRole = (email: string, role: string) =>
  database()
    .update(member)
    .set({ role })
    .where(sql`${member.userId} = ${demoId('user', email)} AND ${member.organizationId} = ${acme}`)
