import { randomUUID } from 'node:crypto'

import type { Instrumentation } from 'next'

import { describeError } from '@kit/log/describe-error'
import { logger } from '@kit/log/logger'

import { answers } from './answer'

/** Logs an error that no page and no action caught. The digest is what the user sees; the route contains no values. */
export const logRequestError: Instrumentation.onRequestError = (error, { method }, context) => {
  const digest = error instanceof Error && 'digest' in error ? error.digest : undefined
  const requestId = answers.getStore()?.requestId ?? randomUUID()
  const { routePath: route, routeType } = context
  logger.error({ requestId, method, route, routeType, digest, error: describeError(error) }, 'request failed')
}
