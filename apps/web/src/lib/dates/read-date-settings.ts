import 'server-only'
import { cookies, headers } from 'next/headers'
import { cache } from 'react'

import { getSession, type SessionUser } from '@kit/auth/session/session'

import { type DateSettings, dateSettingsOf, TIME_ZONE_COOKIE } from './date-settings'

/**
 * The settings of this request: the signed-in user's choice, otherwise the browser's. Dates are formatted on the
 * server only, so hydration has nothing to compare.
 */
export const readDateSettings = cache(async (): Promise<DateSettings> => {
  const [jar, sent, session] = await Promise.all([cookies(), headers(), getSession()])
  return dateSettingsOf(jar.get(TIME_ZONE_COOKIE)?.value, sent.get('accept-language'), session?.user)
})

/** The browser's time zone, for the layout of every page. Reads no session. */
export async function readBrowserTimeZone(): Promise<string> {
  return dateSettingsOf((await cookies()).get(TIME_ZONE_COOKIE)?.value, null).timeZone
}

/** The time zone of a signed-in user, for an action that has already read the session. */
export async function readTimeZone(user: SessionUser): Promise<string> {
  return dateSettingsOf((await cookies()).get(TIME_ZONE_COOKIE)?.value, null, user).timeZone
}
