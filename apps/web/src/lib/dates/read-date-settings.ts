import 'server-only'
import { cookies, headers } from 'next/headers'
import { cache } from 'react'

import { type DateSettings, dateSettingsOf, TIME_ZONE_COOKIE } from './date-settings'

/** The settings of this request. Dates are formatted on the server only, so hydration has nothing to compare. */
export const readDateSettings = cache(async (): Promise<DateSettings> => {
  const [jar, sent] = await Promise.all([cookies(), headers()])
  return dateSettingsOf(jar.get(TIME_ZONE_COOKIE)?.value, sent.get('accept-language'))
})
