import { hash, verify } from '@node-rs/argon2'

// OWASP's floor for argon2id, which is the library's default algorithm; memory in KiB.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** An argon2id hash with its own salt and parameters in it. Costs about 20 ms of one core, on purpose. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, cost)
}

/** Whether the password made this hash. A hash that cannot be read lets nobody in. */
export async function verifyPassword(given: { hash: string; password: string }): Promise<boolean> {
  try {
    return await verify(given.hash, given.password)
  } catch {
    return false
  }
}
