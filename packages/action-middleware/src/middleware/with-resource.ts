import { createValidatedMiddleware } from 'next-safe-action'

import type { Tenant, TenantDb } from '@kit/db/tenancy/tenant'
import { inSpan } from '@kit/telemetry/in-span'

import { ActionError } from '../errors/action-error'
import type { MembershipContext } from '../chain/membership-context'

interface ResourceRule<Input, Resource, Db extends TenantDb> {
  /** The IDs in the input, each once. */
  ids: (input: Input) => string[]
  /** Reads and locks the resources in the tenant transaction, so the decision still holds at the write. Never writes. */
  load: (db: Db, ids: string[], input: Input) => Promise<Resource[]>
  /** The ownership rule. */
  allow: (membership: Tenant['membership'], resource: Resource) => boolean
  /** The error message: what the rule is, and who passes it. */
  refusal?: string
}

/**
 * Requires that every resource in the input exists in the organization and that the caller may act on it. A missing
 * resource and one of another organization give the same answer. Puts the resources into `ctx.resources`.
 * @throws ActionError NOT_FOUND, FORBIDDEN
 */
export function withResource<Input, Resource, Db extends TenantDb>({
  ids,
  load,
  allow,
  refusal,
}: ResourceRule<Input, Resource, Db>) {
  return createValidatedMiddleware<{ ctx: MembershipContext & { db: Db }; parsedInput: Input }>().define(
    async ({ ctx, parsedInput, next }) => {
      const wanted = new Set(ids(parsedInput))
      const resources = await inSpan('gate.ownership', {}, () => load(ctx.db, [...wanted], parsedInput))
      if (wanted.size === 0 || resources.length !== wanted.size)
        throw new ActionError('NOT_FOUND', { outOfReach: true })
      if (!resources.every((resource) => allow(ctx.membership, resource)))
        throw new ActionError('FORBIDDEN', { message: refusal })
      return next({ ctx: { resources } })
    },
  )
}
