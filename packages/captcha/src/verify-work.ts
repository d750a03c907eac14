import 'server-only'
import { verifySolution } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { z } from 'zod'

import { captchaKey } from './captcha-key'
import { failed, type Verdict } from './verdict'

const hex = (length: number) => z.string().regex(new RegExp(`^[0-9a-f]{${length}}$`))

/**
 * ALTCHA's payload, with every field that our challenges have. The library would accept a challenge without an expiry as
 * one that never expires, and compute the answer itself for one without a signature.
 */
const payloadSchema = z.strictObject({
  challenge: z.strictObject({
    parameters: z.strictObject({
      algorithm: z.literal('PBKDF2/SHA-256'),
      cost: z.int(),
      data: z.strictObject({ action: z.string() }),
      expiresAt: z.int(),
      keyLength: z.int(),
      keyPrefix: hex(32),
      keySignature: hex(64),
      nonce: hex(32),
      salt: hex(32),
    }),
    signature: hex(64),
  }),
  solution: z.strictObject({ counter: z.int(), derivedKey: hex(64), time: z.number().optional() }),
})

/** Checks the solution of a challenge that this app created for this action. */
export async function verifyWork(value: string, action: string): Promise<Verdict> {
  const payload = payloadSchema.safeParse(decoded(value))
  if (!payload.success) return failed
  const { challenge, solution } = payload.data
  const { verified } = await verifySolution({
    challenge,
    solution,
    deriveKey,
    hmacSignatureSecret: captchaKey('challenge'),
    hmacKeySignatureSecret: captchaKey('answer'),
  })
  const { data, nonce, expiresAt } = challenge.parameters
  if (!verified || data.action !== action) return failed
  // The signed nonce, because the same solution can be encoded in many ways.
  return { proof: { id: nonce, expiresAt: new Date(expiresAt * 1000) } }
}

function decoded(value: string): unknown {
  try {
    return JSON.parse(Buffer.from(value, 'base64').toString('utf8'))
  } catch {
    return undefined
  }
}
