import 'server-only'
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { cookies } from 'next/headers'
import { z } from 'zod'
import { keepAttempt, readAttempt, takeAttempt } from '@kit/db/sign-in/provider-attempts'
import { env } from '@kit/env'
import { providerIds } from './provider-ids'

/** Seconds that a browser may take to come back from a provider. */
export const ATTEMPT_LIFETIME = 10 * 60

const attemptSchema = z.strictObject({
  provider: z.enum(providerIds),
  purpose: z.enum(['sign-in', 'link', 'confirm']),
  /** The session that began it, unless its purpose is to sign in. */
  sessionId: z.uuid().optional(),
  /** Where to go afterward; checked when it is used. */
  next: z.string().max(2048).optional(),
  /** Seconds since 1970. */
  startedAt: z.number(),
})

/** Why a browser was sent to a provider. */
export type Attempt = z.infer<typeof attemptSchema>

/** Proves to the provider and to us that the browser that comes back is the one that left. */
export interface Proofs {
  state: string
  nonce: string
  codeVerifier: string
}

function nameAndOptions() {
  const secure = env().APP_URL.startsWith('https:')
  const name = `${secure ? '__Host-' : ''}gatehouse.provider_attempt`
  // Lax: the way back from the provider is a navigation from another site.
  return { name, options: { secure, httpOnly: true, sameSite: 'lax', path: '/' } as const }
}

const derived = (purpose: string, secret: string) =>
  createHash('sha256').update(`provider ${purpose}:${secret}`).digest('base64url')

/** The database stores only a hash of the browser's secret, so reading it isn't enough to finish an attempt. */
const identifierOf = (secret: string) => derived('attempt', secret)

const proofsOf = (secret: string): Proofs => ({
  state: derived('state', secret),
  nonce: derived('nonce', secret),
  codeVerifier: derived('code verifier', secret),
})

/** Begins an attempt in this browser and ends an earlier one. */
export async function beginAttempt(attempt: Omit<Attempt, 'startedAt'>): Promise<void> {
  const secret = randomBytes(32).toString('base64url')
  const { name, options } = nameAndOptions()
  const about = JSON.stringify({ ...attempt, startedAt: Math.floor(Date.now() / 1000) })
  await keepAttempt(identifierOf(secret), about, { lifetime: ATTEMPT_LIFETIME })
  const jar = await cookies()
  jar.set(name, secret, { ...options, maxAge: ATTEMPT_LIFETIME })
}

/** Returns this browser's attempt, without ending it. */
export async function currentAttempt(): Promise<{ attempt: Attempt; proofs: Proofs } | undefined> {
  const secret = await secretOfBrowser()
  const about = secret && (await readAttempt(identifierOf(secret)))
  return secret && about ? { attempt: parsed(about), proofs: proofsOf(secret) } : undefined
}

/**
 * Ends this browser's attempt and returns it, once. A callback with a different `state` doesn't belong to this attempt and must
 * not end it: any page can make the browser request a callback.
 */
export async function endAttempt(
  state: string | null,
): Promise<{ attempt: Attempt; proofs: Proofs } | undefined> {
  const secret = await secretOfBrowser()
  if (!secret || !isSame(state ?? '', proofsOf(secret).state)) return undefined
  const about = await takeAttempt(identifierOf(secret))
  const { name, options } = nameAndOptions()
  const jar = await cookies()
  jar.set(name, '', { ...options, maxAge: 0 })
  return about ? { attempt: parsed(about), proofs: proofsOf(secret) } : undefined
}

async function secretOfBrowser(): Promise<string | undefined> {
  const jar = await cookies()
  const secret = jar.get(nameAndOptions().name)?.value ?? ''
  return /^[\w-]{43}$/.test(secret) ? secret : undefined
}

function parsed(about: string): Attempt {
  return attemptSchema.parse(JSON.parse(about))
}

function isSame(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)]
  return one.length === other.length && timingSafeEqual(one, other)
}
