import { randomUUID } from 'node:crypto'

import { CredentialsError } from '@kit/auth/session/credentials-error'
import { ConflictError, type ConflictCode, type ConflictDetails } from '@kit/db/connection/conflict-error'
import { isBusy } from '@kit/db/connection/busy-error'
import { lostRace, violatedConstraint } from '@kit/db/connection/database-error'
import { isUncertain } from '@kit/db/connection/uncertain-commit-error'
import { OrganizationClosedError } from '@kit/db/tenancy/tenant'

import { count } from '@kit/telemetry/count'

import { ActionError, type ErrorCode } from './action-error'
import { describeError } from '@kit/log/describe-error'
import { logger } from '@kit/log/logger'
import { type TypedValues, typedValues } from '../input/typed-values'
import { keepUnsent } from '../refusals/unsent-input'
import type { ActionMetadata } from '../clients/metadata'

/** The reply to a refused or failed call. */
export interface ActionServerError {
  code: ErrorCode
  message: string
  /** The cause of a `CONFLICT` and its details. The web app turns them into a message. */
  reason?: ConflictCode
  details?: ConflictDetails
  /** The fields of an `EDIT_CONFLICT`, by the names in the form. */
  conflicts?: readonly string[]
  /** The ID of this call in the log. */
  requestId: string
  /** Whole seconds after which the same call may succeed. */
  retryAfterSeconds?: number
  /** The typed values, for a form rendered again without JavaScript. */
  values?: TypedValues
}

/** Seconds. */
const RETRY_AFTER_BUSY = 5

const CLOSED = 'This organization is closed, so nothing in it can be changed. Reload the page to see why.'

const TRY_AGAIN = 'Someone else changed this at the same time. Nothing was saved. Try again.'

interface Call {
  clientInput: unknown
  ctx: object
  metadata: ActionMetadata | undefined
}

/** Turns any thrown error into a reply. The cause of an unexpected one goes only to the log. */
export async function errorReply(
  error: Error,
  { clientInput, ctx, metadata }: Call,
): Promise<ActionServerError> {
  const requestId = 'requestId' in ctx && typeof ctx.requestId === 'string' ? ctx.requestId : randomUUID()
  const { code, message, retryAfterSeconds, conflicts, outOfReach } =
    refusalOf(error) ?? new ActionError('INTERNAL')
  const event = { requestId, action: metadata?.name, code }
  if (code === 'INTERNAL' || code === 'BUSY' || code === 'UNCONFIRMED')
    logger.error({ ...event, error: describeError(error) }, 'action failed')
  else logger.warn(event, 'action refused')
  if (code === 'BUSY' || code === 'UNCONFIRMED') count('gatehouse.busy', { of: 'action' })
  const values = typedValues(clientInput, metadata)
  if (values && outOfReach) await keepUnsent({ code, message, values })
  return {
    code,
    message,
    requestId,
    ...(error instanceof ConflictError && reasonOf(error)),
    ...(conflicts && { conflicts }),
    ...(retryAfterSeconds && { retryAfterSeconds }),
    ...(values && { values }),
  }
}

/** Returns the error for the caller, or undefined when it was not expected. */
function refusalOf(error: Error): ActionError | undefined {
  if (error instanceof ActionError) return error
  if (error instanceof CredentialsError) return new ActionError(error.code)
  if (error instanceof ConflictError) return new ActionError('CONFLICT')
  if (isClosed(error)) return new ActionError('FORBIDDEN', { message: CLOSED, outOfReach: true })
  if (lostRace(error)) return new ActionError('CONFLICT', { message: TRY_AGAIN })
  if (isUncertain(error)) return new ActionError('UNCONFIRMED')
  if (isBusy(error)) return new ActionError('BUSY', { retryAfterSeconds: RETRY_AFTER_BUSY })
  return undefined
}

/** The organization was closed before the call, or while it ran. */
function isClosed(error: Error): boolean {
  return error instanceof OrganizationClosedError || violatedConstraint(error) === 'organization_is_open'
}

function reasonOf({ code, details }: ConflictError): Pick<ActionServerError, 'reason' | 'details'> {
  return { reason: code, ...(details && { details }) }
}
