import 'server-only'
import { createHmac, timingSafeEqual } from 'node:crypto'

import { cookies } from 'next/headers'

import { env } from '@kit/env'

const nameOf = (isSecure: boolean) => `${isSecure ? '__Host-' : ''}gatehouse.lab`

/** Seconds. */
const LIFETIME = 90 * 24 * 60 * 60
/** Maximum length of a cookie. Longer ones are ignored. */
const LONGEST = 2000

/** The solved steps, such as `no-role.find.8`, and a signature: progress is shown only if it happened here. */
const shape = /^([A-Za-z0-9./-]*)~([\w-]{43})$/

/** What this visitor has solved. */
export async function readSolved(): Promise<string[]> {
  const value = (await cookies()).get(nameOf(isSecure()))?.value ?? ''
  if (value.length > LONGEST) return []
  const [, list = '', given = ''] = shape.exec(value) ?? []
  if (given === '' || !timingSafeEqual(Buffer.from(given), Buffer.from(signature(list)))) return []
  return list.split('/').filter((item) => item !== '')
}

/** Remembers what this visitor has solved, in their browser. */
export async function writeSolved(solved: readonly string[]): Promise<void> {
  const list = solved.join('/')
  await setCookie(`${list}~${signature(list)}`, LIFETIME)
}

export async function forgetSolved(): Promise<void> {
  await setCookie('', 0)
}

async function setCookie(value: string, maxAge: number): Promise<void> {
  const jar = await cookies()
  const secure = isSecure()
  jar.set(nameOf(secure), value, { httpOnly: true, secure, sameSite: 'lax', path: '/', maxAge })
}

const isSecure = () => env().APP_URL.startsWith('https:')

const signature = (list: string) =>
  createHmac(
    'sha256',
    createHmac('sha256', env().BETTER_AUTH_SECRET).update('gatehouse lab progress').digest(),
  )
    .update(list)
    .digest('base64url')
