import type { NextRequest } from 'next/server'

import { callerIp } from '@kit/rate-limit/ip/caller-ip'
import { env } from '@kit/env'

import { ReadWindow } from './read-window'

/** Load balancers request these, often from one IP. */
const probes = new Set(['/healthz', '/readyz'])

// On globalThis, because Next loads this module for instrumentation and again for the proxy.
const shared: typeof globalThis & { gatehouseReads?: ReadWindow } = globalThis
shared.gatehouseReads ??= new ReadWindow()
const reads = shared.gatehouseReads

/** Calls from other sites, counted separately from pages, so they don't use up an office's pages. */
const foreign = new ReadWindow()

/** People behind one IP, such as an office. Each is counted separately once their session is verified. */
const PEOPLE_BEHIND_ONE_IP = 20

/**
 * Counts one page by its caller's IP. A session cookie isn't verified here, so it raises the limit but doesn't remove it.
 * @returns 0, or the seconds to wait when it is over the limit
 */
export function countIpRead(
  request: Pick<NextRequest, 'method' | 'headers' | 'cookies' | 'nextUrl'>,
): number {
  // The gate limits calls to actions. A POST without an action's ID renders a page like any other request.
  if (request.method === 'POST' && request.headers.has('next-action')) return 0
  if (probes.has(request.nextUrl.pathname)) return 0
  const hasCookie = request.cookies.getAll().some(({ name }) => name.endsWith('.session_token'))
  return take(request.headers, hasCookie)
}

/** An IP may read this many pages for each call from another site that is recorded. */
const PAGES_PER_FOREIGN_CALL = 10

/** Counts a call from another site by its IP. Returns whether it is still recorded. */
export function isRecorded(request: Pick<NextRequest, 'headers'>): boolean {
  const limit = env().PAGE_READS_PER_MINUTE / PAGES_PER_FOREIGN_CALL
  return foreign.take(callerIp(request.headers), limit) === 0
}

/** Counts a page for someone without a session cookie. Like `countIpRead` otherwise. */
export const countStranger = (headers: Pick<Headers, 'get'>): number => take(headers, false)

function take(headers: Pick<Headers, 'get'>, hasCookie: boolean): number {
  const limit = env().PAGE_READS_PER_MINUTE * (hasCookie ? PEOPLE_BEHIND_ONE_IP : 1)
  return reads.take(`${hasCookie} ${callerIp(headers)}`, limit)
}
