import 'server-only'
import { and, eq } from 'drizzle-orm'
import { createMiddleware, createValidatedMiddleware } from 'next-safe-action'
import { cookies } from 'next/headers'

import { canModifyOwn } from '@kit/auth/permissions/own-rows'
import { hasPermission, type Permissions, rankOf } from '@kit/auth/permissions/permissions'
import { database } from '@kit/db/connection/client'
import { member, task } from '@kit/db/schema'

interface Membership {
  userId: string
  organizationId: string
  role: string
}

interface AsMember {
  ctx: { membership: Membership }
}

function demand(allowed: boolean): void {
  if (!allowed) throw new Error('Refused.')
}

/** The member's role has this permission. */
export const withPermission = (permissions: Permissions) =>
  createMiddleware<AsMember>().define(async ({ ctx, next }) => {
    demand(hasPermission({ ...ctx.membership, customRole: null }, permissions))
    return next()
  })

/** The browser sends a session cookie. */
export const withSessionCookie = createMiddleware().define(async ({ next }) => {
  demand((await cookies()).getAll().some(({ name }) => name.endsWith('session_token')))
  return next()
})

/** The task is in the member's organization, and they may change it. */
export const withOwnTask = createValidatedMiddleware<AsMember & { parsedInput: { taskId: string } }>().define(
  async ({ ctx: { membership }, parsedInput, next }) => {
    const [found] = await database()
      .select()
      .from(task)
      .where(and(eq(task.organizationId, membership.organizationId), eq(task.id, parsedInput.taskId)))
    demand(found !== undefined && canModifyOwn({ ...membership, customRole: null }, found))
    return next()
  },
)

interface RoleChange {
  memberId: string
  role: string
}

const rank = (role: string) => rankOf({ role, customRole: null })

/** The other member's role is below the caller's. */
export const withMemberBelow = createValidatedMiddleware<AsMember & { parsedInput: RoleChange }>().define(
  async ({ ctx: { membership }, parsedInput, next }) => {
    const [found] = await database().select().from(member).where(eq(member.id, parsedInput.memberId))
    demand(found !== undefined && rank(membership.role) < rank(found.role))
    return next()
  },
)

/** The given role is below the caller's. */
export const withRoleBelow = createValidatedMiddleware<AsMember & { parsedInput: RoleChange }>().define(
  async ({ ctx: { membership }, parsedInput, next }) => {
    demand(rank(membership.role) < rank(parsedInput.role))
    return next()
  },
)
