import { createDecipheriv } from 'node:crypto'
import { readFileSync } from 'node:fs'

import { z } from 'zod'

const manifestSchema = z.object({ encryptionKey: z.string() })

/** The key a build uses to encrypt captured variables. The build output contains it in plain text. */
export function encryptionKey(manifest: string): Buffer {
  return Buffer.from(manifestSchema.parse(JSON.parse(readFileSync(manifest, 'utf8'))).encryptionKey, 'base64')
}

const IV_BYTES = 16
const TAG_BYTES = 16

/** Decrypts every AES-GCM value in a page. Next writes the initialization vector before the ciphertext. */
export function decryptAll(page: string, key: Buffer): string[] {
  const candidates = new Set(page.match(/[A-Za-z0-9+/]{60,}={0,2}/g))
  return [...candidates].flatMap((candidate) => decrypt(Buffer.from(candidate, 'base64'), key) ?? [])
}

function decrypt(sealed: Buffer, key: Buffer): string | undefined {
  if (sealed.length <= IV_BYTES + TAG_BYTES) return undefined
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, IV_BYTES))
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES))
  try {
    return decipher.update(sealed.subarray(IV_BYTES, -TAG_BYTES)).toString('utf8') + decipher.final('utf8')
  } catch {
    return undefined
  }
}
