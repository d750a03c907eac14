import 'server-only'
import { createMiddleware } from 'next-safe-action'
import { cookies, headers } from 'next/headers'

// On globalThis, because the route that resets the data and the actions each have their own copy of this module.
const shared: typeof globalThis & { unguardedCounts?: Map<string, number> } = globalThis

/** Counted since the data was reset. */
const counts = (shared.unguardedCounts ??= new Map<string, number>())

export function forgetCounts(): void {
  counts.clear()
}

const limited = (limit: number, subject: (input: unknown) => Promise<string>) =>
  createMiddleware().define(async ({ next, clientInput }) => {
    const key = await subject(clientInput)
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    if (count > limit) throw new Error('Too many calls.')
    return next()
  })

/** Allows this many calls for each email in the input. */
export const withLimitByEmail = (limit: number) =>
  limited(limit, async (input) => `email ${String((input as { email?: unknown } | undefined)?.email)}`)

/** Allows this many calls for each IP, which it reads from a header that the caller can set. */
export const withLimitByHeader = (limit: number) =>
  limited(limit, async () => `ip ${(await headers()).get('x-forwarded-for')}`)

/** Allows this many calls for each browser, which it recognizes by a cookie. */
export const withLimitByCookie = (limit: number) =>
  limited(limit, async () => {
    const jar = await cookies()
    const browser = jar.get('browser')?.value ?? crypto.randomUUID()
    jar.set('browser', browser)
    return `browser ${browser}`
  })
