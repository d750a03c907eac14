import 'server-only'
import { cookies } from 'next/headers'

import { type Theme, themeOf } from './theme'

/** The theme from this request's cookie. */
export async function readTheme(): Promise<Theme> {
  const jar = await cookies()
  return themeOf(jar.get('theme')?.value)
}
