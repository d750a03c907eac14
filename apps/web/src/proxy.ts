import { randomUUID } from 'node:crypto'

import { type NextFetchEvent, type NextRequest, NextResponse } from 'next/server'

import { callerIp } from '@kit/rate-limit/ip/caller-ip'
import { recordRefusal } from '@kit/action-middleware/refusals/record-refusal'
import { env } from '@kit/env'

import { noteUnknownAction } from './lib/deployment/note-unknown-action'
import { typedIn } from './lib/deployment/typed-in'
import { countIpRead, isRecorded } from './lib/overload/count-ip-read'
import {
  overloadDocument,
  overloadPolicy,
  type OverloadStatus,
  type SentForm,
} from './lib/overload/overload-document'
import { newNonce } from './lib/page-cache/page-template'
import { answers } from './lib/request/answer'
import { foreignCall } from './lib/request/foreign-call'
import { postedForm } from './lib/request/posted-form'
import { sentFromHere } from './lib/request/sent-from-here'
import { pathHeader } from './lib/url/path-header'
import { contentSecurityPolicy, pageHeaders, strictTransportSecurity } from './lib/request/security-headers'

/**
 * Sets headers on every page and action, and limits pages and calls to unknown actions by IP. It never authorizes: an action can be called through any
 * path. It also counts what Next refuses, which nothing later sees.
 */
export async function proxy(
  request: NextRequest,
  event: Pick<NextFetchEvent, 'waitUntil'>,
): Promise<NextResponse> {
  const { APP_URL, NODE_ENV, TURNSTILE_SITE_KEY } = env()
  const { method, headers, nextUrl } = request
  const foreign = foreignCall({ method, path: nextUrl.pathname, headers, appUrl: APP_URL })
  // Next refuses it, so no gate limits it.
  if (foreign && isRecorded(request)) {
    const actor = { network: callerIp(headers) }
    event.waitUntil(recordRefusal({ ...foreign, actor, requestId: randomUUID() }))
  }

  const form = await postedForm(request)
  // Next would answer with an error that says nothing.
  if (form === 'too long') return refusal(413, { mayBeSaved: false })
  const typed = form && sentFromHere(headers) ? typedIn(form) : undefined
  const answer = answers.getStore()
  if (answer && typed) answer.typed = typed
  const wait = countIpRead(request)
  if (wait > 0) return tooMany(wait, method, typed)

  const noted = foreign ? undefined : await noteUnknownAction(request, form, (work) => event.waitUntil(work))
  if (noted && noted.wait > 0) return tooMany(noted.wait, method, typed)

  const policy = contentSecurityPolicy({
    nonce: newNonce(),
    development: NODE_ENV === 'development',
    turnstile: TURNSTILE_SITE_KEY !== undefined,
  })

  // Next reads the nonce from the request's policy and puts it on its own scripts.
  const forwarded = new Headers(request.headers)
  forwarded.set('Content-Security-Policy', policy)
  // Layouts don't know their path. This overwrites anything the client sent.
  forwarded.set(pathHeader, `${request.nextUrl.pathname}${request.nextUrl.search}`)
  // Next treats a POST of any other type as a request for a page.
  if (noted?.isStalePost) forwarded.set('Content-Type', 'text/plain')

  const response = NextResponse.next({ request: { headers: forwarded } })
  response.headers.set('Content-Security-Policy', policy)
  return withPageHeaders(response)
}

function tooMany(wait: number, method: string, typed: Record<string, string> | undefined): NextResponse {
  const sent = method === 'POST' ? { mayBeSaved: false, typed } : undefined
  return refusal(429, sent, { 'Retry-After': String(wait) })
}

/** A page for a request that is not passed on. */
function refusal(
  status: OverloadStatus,
  sent: SentForm | undefined,
  more: Record<string, string> = {},
): NextResponse {
  const headers = {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': overloadPolicy,
    'Cache-Control': 'no-store',
    ...more,
  }
  return withPageHeaders(new NextResponse(overloadDocument(status, sent), { status, headers }))
}

function withPageHeaders(response: NextResponse): NextResponse {
  for (const { key, value } of pageHeaders) response.headers.set(key, value)
  if (env().APP_URL.startsWith('https:')) {
    response.headers.set(strictTransportSecurity.key, strictTransportSecurity.value)
  }
  return response
}

// With the slash: a page's path could begin like the files' path.
export const config = { matcher: '/((?!_next/static/).*)' }
