import 'server-only'
import { cookies } from 'next/headers'

import { type Theme, themeOf } from './theme'

/** The theme that this request's cookie asks for. */
export async function readTheme(): Promise<Theme> {
  const jar = await cookies()
  return themeOf(jar.get('theme')?.value)
}
