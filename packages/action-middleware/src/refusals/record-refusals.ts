import { createMiddleware } from 'next-safe-action'

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
 * Stands around all that may refuse a call and counts what was refused. It is the outermost middleware of every client,
 * so no action can leave it out; and whatever happens to the record, the reply is the same.
 *
 * Nothing of the input is kept but the organization that it names, and that only when it exists. Its admins see the
 * attempts of strangers, who cannot tell: the answer was made before anything was looked up here.
 */
export const recordRefusals = createMiddleware<RecordedCall>().define(
  async ({ ctx, metadata, clientInput, next }) => {
    const result = await next()
    const kind = refusalKind(result)
    if (!kind) return result
    const { requestId, ip } = ctx
    const userId = userIn(result.ctx)
    // Codes stand in the log already, where they became a reply.
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

/** The user whose live session was proved before the call was refused. */
function userIn(ctx: object | undefined): string | undefined {
  const user = ctx && 'user' in ctx ? ctx.user : undefined
  if (typeof user !== 'object' || user === null || !('id' in user)) return undefined
  return typeof user.id === 'string' ? user.id : undefined
}
