import { and, desc, eq, sql } from 'drizzle-orm'
import { avatar } from '../avatars/table'
import { database } from '../connection/client'
import { auditEvent, securityEvent } from '../activity/table'
import { invitation } from '../invitations/table'
import { roleOfMember } from '../members/role-of-member'
import { member } from '../members/table'
import { organization } from '../organizations/table'
import { passkey } from '../passkeys/table'
import { organizationRole } from '../roles/table'
import { twoFactor } from '../two-factor/table'
import { account, knownBrowser, session, user } from './table'

/** Maximum entries in each list, newest first. */
export const MOST_ENTRIES = 500

/**
 * Returns what is stored about a user outside organizations, and their memberships. Every column is named, so a new
 * one, such as a secret, is never included by accident.
 */
export async function readPersonalData(userId: string) {
  const db = database()
  const mine = eq(user.id, userId)
  const [profile] = await db
    .select({
      id: user.id,
      name: user.name,
      email: user.email,
      emailVerified: user.emailVerified,
      role: user.role,
      locale: user.locale,
      timeZone: user.timeZone,
      createdAt: user.createdAt,
      updatedAt: user.updatedAt,
    })
    .from(user)
    .where(mine)
  if (!profile) return undefined
  return {
    profile,
    signInMethods: await db
      .select({ method: account.providerId, since: account.createdAt, changedAt: account.updatedAt })
      .from(account)
      .where(eq(account.userId, userId))
      .limit(MOST_ENTRIES),
    sessions: await db
      .select({
        userAgent: session.userAgent,
        network: session.ipAddress,
        createdAt: session.createdAt,
        lastSeenAt: session.lastSeenAt,
        expiresAt: session.expiresAt,
      })
      .from(session)
      .where(eq(session.userId, userId))
      .orderBy(desc(session.createdAt))
      .limit(MOST_ENTRIES),
    twoFactor: await db
      .select({ since: twoFactor.enabledAt })
      .from(twoFactor)
      .where(eq(twoFactor.userId, userId))
      .limit(1),
    passkeys: await db
      .select({ name: passkey.name, since: passkey.createdAt, lastUsedAt: passkey.lastUsedAt })
      .from(passkey)
      .where(eq(passkey.userId, userId))
      .orderBy(desc(passkey.createdAt))
      .limit(MOST_ENTRIES),
    picture: await db
      .select({ webp: sql<string>`encode(${avatar.image}, 'base64')` })
      .from(avatar)
      .where(eq(avatar.userId, userId)),
    knownBrowsers: await db
      .select({ since: knownBrowser.createdAt })
      .from(knownBrowser)
      .where(eq(knownBrowser.userId, userId))
      .orderBy(desc(knownBrowser.createdAt))
      .limit(MOST_ENTRIES),
    accountChanges: await db
      .select({ action: auditEvent.action, changes: auditEvent.changes, at: auditEvent.createdAt })
      .from(auditEvent)
      .where(
        and(eq(auditEvent.actorId, userId), eq(auditEvent.targetType, 'account'), auditEvent.visibleToAdmins),
      )
      .orderBy(desc(auditEvent.createdAt))
      .limit(MOST_ENTRIES),
    organizations: await db
      .select({
        name: organization.name,
        slug: organization.slug,
        role: member.role,
        customRole: organizationRole.name,
        since: member.createdAt,
      })
      .from(member)
      .innerJoin(organization, eq(organization.id, member.organizationId))
      .leftJoin(organizationRole, roleOfMember)
      .where(eq(member.userId, userId))
      .orderBy(desc(member.createdAt))
      .limit(MOST_ENTRIES),
    invitations: await db
      .select({
        organization: organization.name,
        role: invitation.role,
        status: invitation.status,
        createdAt: invitation.createdAt,
        expiresAt: invitation.expiresAt,
      })
      .from(invitation)
      .innerJoin(organization, eq(organization.id, invitation.organizationId))
      .where(eq(invitation.email, profile.email))
      .orderBy(desc(invitation.createdAt))
      .limit(MOST_ENTRIES),
    refusedRequests: await db
      .select({
        action: securityEvent.action,
        kind: securityEvent.kind,
        count: securityEvent.count,
        firstSeen: securityEvent.firstSeen,
        lastSeen: securityEvent.lastSeen,
      })
      .from(securityEvent)
      .where(eq(securityEvent.actorId, userId))
      .orderBy(desc(securityEvent.minute))
      .limit(MOST_ENTRIES),
  }
}
