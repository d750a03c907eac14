import { COUNTER, labeled, native, object, promise, type Abstract } from '../guards/abstract'
import { factsOf, noFacts, type Facts } from '../guards/facts'
import { isCallerChosen } from '../guards/origins'
import type { Call, Site } from '../guards/run'

type External = Extract<Abstract, { kind: 'external' }>

/** A key chosen by the caller, or a random one, limits nothing, because every call can use a different key. */
function limited(site: Site, note: string, key?: Abstract): Facts {
  if (isCallerChosen(key)) return noFacts
  return factsOf({ column: 'limits', grade: 'proven', ...site, note })
}

/** `{ success }`, the result of a limiter that doesn't refuse on its own. */
function verdict({ site, args: [key] }: Call, note: string): Abstract {
  const facts = limited(site, note, key)
  return promise(
    object({
      success: labeled(0, { truthy: facts }),
      isSuccess: labeled(0, { truthy: facts }),
      remaining: labeled(0, { truthy: facts }),
      limit: labeled(0),
      reset: labeled(0),
    }),
  )
}

const asking = (note: string): Abstract => ({
  kind: 'host',
  labels: 0,
  name: note,
  member: (key) =>
    key === 'limit' || key === 'blockUntilReady' || key === 'check'
      ? native(`${note}.${key}`, (call) => verdict(call, note))
      : undefined,
})

const consuming: Abstract = {
  kind: 'host',
  labels: 0,
  name: 'rate-limiter-flexible',
  member: (key) =>
    native(`limiter.${key}`, ({ site, args: [counted] }) =>
      key === 'consume'
        ? promise(labeled(0), limited(site, 'consume() of rate-limiter-flexible', counted))
        : promise(labeled(COUNTER)),
    ),
}

export function limiterMade(source: string, name: string, _call: Call): Abstract | undefined {
  if ((source === '@upstash/ratelimit' || source === '@unkey/ratelimit') && /Ratelimit$/i.test(name))
    return asking(source)
  if (source === 'rate-limiter-flexible') return consuming
  if (source === 'limiter' && name === 'RateLimiter') return tokens
  return undefined
}

const tokens: Abstract = {
  kind: 'host',
  labels: 0,
  name: 'limiter',
  member: (key) =>
    native(`limiter.${key}`, ({ site }) =>
      key === 'tryRemoveTokens'
        ? labeled(0, { truthy: limited(site, 'tryRemoveTokens()') })
        : promise(labeled(COUNTER)),
    ),
}

const rates: ReadonlySet<string> = new Set([
  'tokenBucket',
  'fixedWindow',
  'slidingWindow',
  'rateLimit',
  'protectSignup',
])

export function limiterCall({ source, path }: External, call: Call): Abstract | undefined {
  const { site, args } = call
  const name = path.split('.').at(-1) ?? ''
  if (source.startsWith('@arcjet/')) {
    if (rates.has(path)) return object({ rate: labeled(COUNTER) }, 'rate')
    if (path === 'default' || path === 'arcjet') return arcjet(counts(args[0]))
    return labeled(0)
  }
  if (source === '@vercel/firewall' && path === 'checkRateLimit')
    return promise(object({ rateLimited: labeled(0, { falsy: limited(site, 'checkRateLimit()') }) }))
  // The app's own call counter.
  if (
    /redis|kv|upstash/i.test(source) &&
    /^(incr|incrby|hincrby|zcard|zcount|eval|evalsha|llen)$/i.test(name)
  )
    return promise(labeled(isCallerChosen(args[0]) ? 0 : COUNTER))
  if (/lru-cache|node-cache/.test(source) && name === 'get') return labeled(COUNTER)
  return undefined
}

/** Whether one of the rules is a rate limit. A shield or bot detection isn't. */
function counts(options: Abstract | undefined): boolean {
  const rules = options?.kind === 'object' ? options.members.get('rules') : undefined
  return rules?.kind === 'list' && rules.items.some((each) => each.kind === 'object' && each.type === 'rate')
}

function arcjet(isRate: boolean): Abstract {
  return {
    kind: 'host',
    labels: 0,
    name: 'arcjet',
    member: (key) => {
      if (key === 'withRule')
        return native('withRule', ({ args: [rule] }) =>
          arcjet(isRate || (rule?.kind === 'object' && rule.type === 'rate')),
        )
      if (key !== 'protect') return undefined
      return native('protect', ({ site }) => {
        const facts = isRate ? limited(site, 'protect() of Arcjet') : undefined
        const isDenied = native('isDenied', () => labeled(0, facts ? { falsy: facts } : {}))
        const isAllowed = native('isAllowed', () => labeled(0, facts ? { truthy: facts } : {}))
        return promise(object({ isDenied, isAllowed }, 'decision'))
      })
    },
  }
}
