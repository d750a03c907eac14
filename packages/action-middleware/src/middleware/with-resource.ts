import { createValidatedMiddleware } from 'next-safe-action'

import type { Tenant, TenantDb } from '@kit/db/tenancy/tenant'

import { ActionError } from '../errors/action-error'
import type { MembershipContext } from '../chain/membership-context'

interface ResourceRule<Input, Resource, Db extends TenantDb> {
  /** The ids that the call names, each once. */
  ids: (input: Input) => string[]
  /**
   * Reads them inside the tenant transaction and locks them, so that what was decided still holds when it is done. What
   * it changes on the way is judged as well, and goes with the transaction when the rule says no.
   */
  load: (db: Db, ids: string[], input: Input) => Promise<Resource[]>
  /** The ownership rule. */
  allow: (membership: Tenant['membership'], resource: Resource) => boolean
  /** What who is not allowed is told: the rule in words, and who could do it. */
  refusal?: string
}

/**
 * Demands that every resource the call names exists in its organization and that the caller may act on it.
 * One that is missing and one of another organization give the same answer. What was proved stands in `ctx.resources`.
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
      const resources = await load(ctx.db, [...wanted], parsedInput)
      if (wanted.size === 0 || resources.length !== wanted.size) throw new ActionError('NOT_FOUND')
      if (!resources.every((resource) => allow(ctx.membership, resource)))
        throw new ActionError('FORBIDDEN', { message: refusal })
      return next({ ctx: { resources } })
    },
  )
}
