import 'server-only'
import type { IncomingMessage } from 'node:http'

import { env } from '@kit/env'
import { peerHeader } from '@kit/rate-limit/ip/peer-ip'

import { themeOf } from '@/components/theme/theme'
import { dateSettingsOf, TIME_ZONE_COOKIE } from '@/lib/dates/date-settings'

/** Pages that are the same for all visitors who have the same theme, time zone and language and are signed out. */
const cachedPaths = new Set(['/', '/contact', '/forgot-password', '/sign-in', '/sign-up'])

/** Cookies that anyone may have. Any other, such as a session's, could change the page. */
const harmlessCookies = new Set(['theme', TIME_ZONE_COOKIE])

/** Everything that such a page depends on. */
export interface Visitor {
  path: string
  theme: string
  /** Empty if the browser sent none that is valid. */
  timeZone: string
  locale: string
}

/** Returns everything that decides which page this request gets, or undefined if something else could too. */
export function visitorOf({ method, url = '', headers }: IncomingMessage): Visitor | undefined {
  if (method !== 'GET' || !cachedPaths.has(url)) return undefined
  // Next's router asks for a part of the page.
  if (headers.rsc !== undefined || headers['next-router-state-tree'] !== undefined) return undefined
  const cookies = cookiesOf(headers.cookie ?? '')
  if (!cookies.every(([name]) => harmlessCookies.has(name))) return undefined
  const jar = new Map(cookies)
  const settings = dateSettingsOf(jar.get(TIME_ZONE_COOKIE), headers['accept-language'] ?? null)
  return {
    path: url,
    theme: themeOf(jar.get('theme')),
    timeZone: settings.isFallback ? '' : settings.timeZone,
    locale: settings.locale,
  }
}

/**
 * Rewrites a request so that the page can depend on nothing but the visitor. Otherwise one visitor's header could decide
 * what others get. The headers with the IP stay.
 */
export function keepOnly({ theme, timeZone, locale }: Visitor, request: IncomingMessage): void {
  const { CLIENT_IP_HEADER, APP_URL } = env()
  const kept = new Set(['x-forwarded-for', CLIENT_IP_HEADER?.toLowerCase(), peerHeader()])
  for (const name of Object.keys(request.headers))
    if (!kept.has(name)) Reflect.deleteProperty(request.headers, name)
  const cookies = [`theme=${theme}`, ...(timeZone ? [`${TIME_ZONE_COOKIE}=${timeZone}`] : [])]
  Object.assign(request.headers, {
    host: new URL(APP_URL).host,
    accept: 'text/html',
    'accept-language': locale,
    cookie: cookies.join('; '),
  })
}

function cookiesOf(header: string): [name: string, value: string][] {
  return header
    .split(';')
    .map((pair) => pair.trim())
    .filter(Boolean)
    .map((pair) => {
      const [name = '', ...value] = pair.split('=')
      return [name, decoded(value.join('='))]
    })
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}
