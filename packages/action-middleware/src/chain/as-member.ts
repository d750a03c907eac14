import {
  NotAMemberError,
  type Tenant,
  type TenantClaim,
  TwoFactorRequiredError,
} from '@kit/db/tenancy/tenant'

import { inSpan } from '@kit/telemetry/in-span'

import { ActionError } from '../errors/action-error'
import { committedOnSuccess, type Outcome } from './committed-on-success'
import { organizationNamedIn } from '../input/organization-reference'

interface Call {
  clientInput: unknown
  ctx: { user: { id: string }; impersonation?: { admin: { id: string } } | null; requestId: string }
  metadata: { name: string }
}

type Enter<Db> = <T>(claim: TenantClaim, work: (db: Db, tenant: Tenant) => Promise<T>) => Promise<T>

/**
 * Runs the rest of a chain in the tenant transaction of the organization in the input, and commits only if the action
 * succeeds.
 */
export async function asMember<Db, Result extends Outcome>(
  enter: Enter<Db>,
  { clientInput, ctx, metadata }: Call,
  rest: (context: { db: Db } & Tenant) => Promise<Result>,
): Promise<Result> {
  const organization = organizationNamedIn(clientInput)
  if (!organization) throw noSuchOrganization()
  const claim = {
    organization,
    userId: ctx.user.id,
    impersonatorId: ctx.impersonation?.admin.id,
    requestId: ctx.requestId,
    action: metadata.name,
  }
  try {
    return await committedOnSuccess(
      async (work: (db: Db, tenant: Tenant) => Promise<Result>) =>
        inSpan('gate.tenant', {}, () => enter(claim, work)),
      (db, { organization: found, membership }) => rest({ db, organization: found, membership }),
    )
  } catch (error) {
    if (error instanceof NotAMemberError) throw noSuchOrganization()
    if (error instanceof TwoFactorRequiredError) throw twoFactorRequired()
    throw error
  }
}

/** The same answer whether or not the organization exists, so strangers don't learn which do. */
function noSuchOrganization(): ActionError {
  return new ActionError('NOT_FOUND', {
    message: "This organization doesn't exist, or you're no longer a member. Reload the page.",
    outOfReach: true,
  })
}

function twoFactorRequired(): ActionError {
  return new ActionError('TWO_FACTOR_REQUIRED', {
    message: 'This organization requires two-factor authentication. Turn it on in your account to continue.',
    outOfReach: true,
  })
}
