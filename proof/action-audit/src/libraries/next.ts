import {
  CREDENTIAL,
  INPUT,
  constant,
  labeled,
  native,
  promise,
  unknown,
  type Abstract,
} from '../guards/abstract'
import { runInside } from '../calls/natives'
import type { Call } from '../guards/run'
import { ifPresent } from '../guards/presence'
import { recordUse } from '../calls/record-use'

/** Functions that end the request. */
const ending: ReadonlySet<string> = new Set([
  'redirect',
  'permanentRedirect',
  'notFound',
  'forbidden',
  'unauthorized',
])

/** Names of credentials. */
const credential = /auth|token|cookie|session|key|secret|signature|sig$|jwt|bearer|sid$|csrf/i
/** Names of claimed identities, which any caller can fake. */
const claim = /user|email|account|member|role|admin|tenant|org|^uid$/i
const preference =
  /^(theme|locale|lang|language|consent|sidebar.*|cart.*|flash|view|tab|ref|utm.*|NEXT_LOCALE)$/i

function isClaim(name: string): boolean {
  return claim.test(name) && !credential.test(name)
}

/** Models Next's own modules. */
export function nextValue(source: string, name: string): Abstract | undefined {
  if (source === 'next/headers' && name === 'cookies') return native('cookies', () => cookieStore)
  if (source === 'next/headers' && name === 'headers') return native('headers', () => sentHeaders)
  if (/^next(-intl|-i18next)?\/(navigation|server)$/.test(source) && ending.has(name))
    return native(name, ({ state }) => {
      state.dead = true
      return constant(undefined)
    })
  if (source === 'next/server' && (name === 'after' || name === 'waitUntil'))
    return native(name, (call) => {
      for (const each of call.args) if (each.kind === 'function') runInside(call, each, [])
      return unknown
    })
  if (source === 'server-only' || source === 'client-only') return unknown
  if (source === 'next/server' && (name === 'NextResponse' || name === 'NextRequest')) return responses
  return undefined
}

/** Responses, recognizable by `instanceof`. */
const responses: Abstract = {
  kind: 'host',
  labels: 0,
  name: 'next/server',
  member: (key) => native(`NextResponse.${key}`, ({ args }) => ({ ...answerOf(args), type: 'NextResponse' })),
  call: ({ args }) => ({ ...answerOf(args), type: 'NextResponse' }),
}

function answerOf(args: readonly Abstract[]): Extract<Abstract, { kind: 'object' }> {
  const [body] = args
  return {
    kind: 'object',
    labels: 0,
    members: new Map(body ? [['body', body]] : []),
    rest: labeled(0),
    type: 'Response',
  }
}

export function nextCall(
  { source, path }: Extract<Abstract, { kind: 'external' }>,
  call: Call,
): Abstract | undefined {
  if (source === 'global' && (path === 'Response.json' || path === 'Response.redirect'))
    return answerOf(call.args)
  if (source === 'next/cache' && path.endsWith('unstable_cache')) return undefined
  if (source === 'next/cache' || source === 'next/navigation')
    return path.endsWith('cache') ? call.args[0] : unknown
  return undefined
}

export const sentHeaders: Abstract = {
  kind: 'host',
  labels: CREDENTIAL,
  name: 'headers',
  member: (key) =>
    native(`headers.${key}`, ({ args: [name], site }) => {
      if (key !== 'get') return labeled(CREDENTIAL)
      const known = name?.kind === 'constant' ? String(name.value) : ''
      return labeled(credential.test(known) ? CREDENTIAL | INPUT : INPUT, ifPresent(`header ${known}`, site))
    }),
}

export const cookieStore: Abstract = {
  kind: 'host',
  labels: CREDENTIAL,
  name: 'cookies',
  member: (key) =>
    native(`cookies.${key}`, (call) => {
      const [name] = call.args
      const known = name?.kind === 'constant' ? String(name.value) : 'session'
      if (key === 'set' || key === 'delete') {
        if (!preference.test(known)) recordUse('cookie', `cookies.${key}`, call)
        return unknown
      }
      if (key === 'get' || key === 'getAll')
        return labeled(
          preference.test(known) || isClaim(known) ? INPUT : CREDENTIAL | INPUT,
          key === 'get' ? ifPresent(`cookie ${known}`, call.site) : {},
        )
      return labeled(CREDENTIAL)
    }),
}

/** The request of a route handler or the proxy. */
export const request: Abstract = {
  kind: 'host',
  labels: INPUT,
  name: 'request',
  member: (key) => {
    if (key === 'headers') return sentHeaders
    if (key === 'cookies') return cookieStore
    if (['json', 'formData', 'text', 'arrayBuffer', 'blob', 'clone'].includes(key))
      return native(`request.${key}`, () => (key === 'clone' ? request : promise(labeled(INPUT))))
    return labeled(INPUT)
  },
}
