import { createMiddleware } from 'next-safe-action'

import { inSpan } from '@kit/telemetry/in-span'

import { isRecord } from '../errors/action-reply'
import type { ActionServerError } from '../errors/error-reply'
import { logger } from '@kit/log/logger'
import type { ActionMetadata } from '../clients/metadata'
import { organizationNamedIn } from '../input/organization-reference'
import { recordRefusal } from './record-refusal'
import { refusalKind } from './refusal-kind'

interface RecordedCall {
  serverError: ActionServerError
  metadata: ActionMetadata
  ctx: { requestId: string; ip: string }
}

/**
 * Records every refused call, except those of other sites (refuse-foreign-origin.ts). Runs before every other check, so no
 * action can skip it, and its failure never changes the reply.
 *
 * It keeps only the organization from the input, if that exists. Strangers can't tell whether it does, because the answer is
 * decided first.
 */
export const recordRefusals = createMiddleware<RecordedCall>().define(
  async ({ ctx, metadata, clientInput, next }) => {
    const attributes = { 'gatehouse.action': metadata.name, 'gatehouse.request_id': ctx.requestId }
    const result = await inSpan('gate', attributes, () => next())
    const kind = refusalKind(result)
    if (!kind) return result
    const { requestId, ip } = ctx
    const userId = userIn(result.ctx)
    // `errorReply` has already logged errors with a code.
    if (!result.serverError) logger.warn({ requestId, action: metadata.name, kind }, 'action refused')
    await recordRefusal({
      kind,
      action: metadata.name,
      actor: userId ? { userId } : { network: ip },
      organization: organizationNamedIn(clientInput),
      requestId,
    })
    return result
  },
)

/** Returns the user whose session was proved before the refusal: the admin, not the impersonated person. */
function userIn(ctx: object | undefined): string | undefined {
  const impersonation = ctx && 'impersonation' in ctx ? ctx.impersonation : undefined
  const admin = isRecord(impersonation) ? impersonation.admin : undefined
  const user = admin ?? (ctx && 'user' in ctx ? ctx.user : undefined)
  return isRecord(user) && typeof user.id === 'string' ? user.id : undefined
}
