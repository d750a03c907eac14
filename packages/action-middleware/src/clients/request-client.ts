import 'server-only'
import { randomUUID } from 'node:crypto'

import { headers } from 'next/headers'

import { baseClient } from './base-client'
import { callerIp } from '@kit/rate-limit/ip/caller-ip'
import { recordRefusals } from '../refusals/record-refusals'
import { refuseForeignOrigin } from '../refusals/refuse-foreign-origin'

/**
 * The start of every client: adds the request ID and IP, checks the origin, and records refusals. Internal to the package,
 * because it has no rate limit.
 */
export const requestClient = baseClient
  .use(async ({ next }) => {
    const requestId: string = randomUUID()
    return next({ ctx: { requestId, ip: callerIp(await headers()) } })
  })
  .use(refuseForeignOrigin)
  .use(recordRefusals)
