import { hash, verify } from '@node-rs/argon2'

// OWASP's minimum for argon2id, the library's default algorithm. Memory in KiB.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** The same letters can be typed in two ways, such as é on different keyboards (NFC, as in RFC 8265). */
const normalized = (password: string) => password.normalize('NFC')

/** Returns an argon2id hash that includes its salt and parameters. Takes about 20 ms of one core, on purpose. */
export function hashPassword(password: string): Promise<string> {
  return hash(normalized(password), cost)
}

/** Whether the password matches the hash. An unreadable hash matches nothing. */
export async function verifyPassword(given: { hash: string; password: string }): Promise<boolean> {
  try {
    return await verify(given.hash, normalized(given.password))
  } catch {
    return false
  }
}
