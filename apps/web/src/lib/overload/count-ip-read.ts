import type { NextRequest } from 'next/server'

import { callerIp } from '@kit/action-middleware/chain/caller-ip'
import { env } from '@kit/env'

import { ReadWindow } from './read-window'

/** A load balancer asks these, often from one IP. */
const probes = new Set(['/healthz', '/readyz'])

const reads = new ReadWindow()

/** People behind one IP, such as an office, who are counted one by one once their session is proved. */
const PEOPLE_BEHIND_ONE_IP = 20

/**
 * Counts one page by its caller's IP. A session cookie is not proved here, so it raises the limit and does not lift it.
 * @returns 0, or the seconds to wait when it is over the limit
 */
export function countIpRead(
  request: Pick<NextRequest, 'method' | 'headers' | 'cookies' | 'nextUrl'>,
): number {
  if (request.method !== 'GET' && request.method !== 'HEAD') return 0
  if (probes.has(request.nextUrl.pathname)) return 0
  const hasCookie = request.cookies.getAll().some(({ name }) => name.endsWith('.session_token'))
  const limit = env().PAGE_READS_PER_MINUTE * (hasCookie ? PEOPLE_BEHIND_ONE_IP : 1)
  return reads.take(`${hasCookie} ${callerIp(request.headers)}`, limit)
}
