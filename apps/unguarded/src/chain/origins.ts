import 'server-only'
import { createMiddleware } from 'next-safe-action'
import { headers } from 'next/headers'

import { env } from '@kit/env'

/** The page that sends the call has this path. */
export const withReferer = (path: string) =>
  createMiddleware().define(async ({ next }) => {
    if (!(await headers()).get('referer')?.endsWith(path)) throw new Error('Refused.')
    return next()
  })

/** The Origin header names the host that the call says it's for, as Next checks too. */
export const withOriginOfHost = createMiddleware().define(async ({ next }) => {
  const sent = await headers()
  const host = sent.get('x-forwarded-host') ?? sent.get('host')
  if (sent.get('origin')?.replace(/^https?:\/\//, '') !== host) throw new Error('Refused.')
  return next()
})

/** The Origin header is the one in the app's settings, or one of these. */
export const withOwnOrigin = (...others: string[]) =>
  createMiddleware().define(async ({ next }) => {
    const origin = (await headers()).get('origin') ?? ''
    if (![env().APP_URL, ...others].includes(origin)) throw new Error('Refused.')
    return next()
  })
