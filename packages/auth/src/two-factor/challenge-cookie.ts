import 'server-only'
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { cookies } from 'next/headers'
import { keyedHash, keyedHashes } from '@kit/db/text/sealed-text'
import { twoFactorBounds } from '@kit/db/two-factor/values'
import { env } from '@kit/env'

/** Base64url of 32 random bytes, a dot and a signature. */
const shape = /^([\w-]{43})\.([\w-]{43})$/

const seal = { purpose: 'sign-in challenge', id: 'cookie' }

function nameAndOptions() {
  const secure = env().APP_URL.startsWith('https:')
  const name = `${secure ? '__Host-gatehouse' : 'gatehouse'}.sign_in_challenge`
  return { name, options: { secure, httpOnly: true, sameSite: 'lax', path: '/' } as const }
}

/** Gives this browser a new token. Returns its hash, which is all that is stored. */
export async function giveChallenge(): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const { name, options } = nameAndOptions()
  const jar = await cookies()
  jar.set(name, `${token}.${keyedHash(seal, token)}`, {
    ...options,
    maxAge: twoFactorBounds.challengeMinutes * 60,
  })
  return hashOf(token)
}

/** Returns the hash of this browser's token, or undefined without a cookie that this app signed. */
export async function challengeHash(): Promise<string | undefined> {
  const jar = await cookies()
  const [, token = '', signature = ''] = shape.exec(jar.get(nameAndOptions().name)?.value ?? '') ?? []
  if (!token) return undefined
  const isSigned = keyedHashes(seal, token).some((own) =>
    timingSafeEqual(Buffer.from(signature), Buffer.from(own)),
  )
  if (!isSigned) return undefined
  return hashOf(token)
}

export async function forgetChallenge(): Promise<void> {
  const { name, options } = nameAndOptions()
  const jar = await cookies()
  jar.set(name, '', { ...options, maxAge: 0 })
}

const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url')
