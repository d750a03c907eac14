import { createHmac } from 'node:crypto'

import { Lines, SURPLUS } from './line'
import { mailboxOf } from './mailbox-of'
import { policies, type Policy, type PolicyName, type Subject, type SubjectsOf } from './policies'
import { type LimitResult, type Store, STORE_DEADLINE } from './stores/store'
import { within } from './within'

/** A call that could not be counted. */
export interface StoreFailure {
  policy: PolicyName
  /** Whether the call was refused; otherwise it was allowed uncounted. */
  refused: boolean
  error: unknown
}

export interface Limiter {
  /** Counts one call under a policy. When the store fails or is slow, calls `log` and lets the policy decide. */
  check: <Name extends PolicyName>(
    policy: Name,
    subjects: SubjectsOf<Name>,
    log: (failure: StoreFailure) => void,
  ) => Promise<LimitResult>
}

/** Seconds to wait after a store failure. */
const RETRY_AFTER_FAILURE = 30

/** More calls than this waiting at one time count as failed, so they don't fill the memory while the store hangs. */
const MOST_WAITING = 1000

/**
 * Creates the limiter. Use one per process, because it counts the calls in progress.
 * @param secret hashes the keys, so the store holds no IPs or emails, not even guessable ones
 */
export function createLimiter(store: Store, secret: string, deadline = STORE_DEADLINE): Limiter {
  // A derived key, so store keys reveal nothing about other uses of the secret.
  const hashKey = createHmac('sha256', secret).update('gatehouse rate limits').digest()
  const lines = new Lines(3 * deadline)
  // Counted separately, so a flood of other calls can't use up the places of sign-ins.
  const waiting = { sensitive: 0, other: 0 }

  async function hit(key: string, { limit, windowSeconds, sensitive }: Policy): Promise<LimitResult> {
    const kind = sensitive ? 'sensitive' : 'other'
    if (waiting[kind] >= MOST_WAITING) throw new Error('Too many calls are waiting for the store.')
    waiting[kind] += 1
    try {
      const answer = await lines.run(key, limit, async () =>
        within(deadline, store.hit(key, limit, windowSeconds, sensitive)),
      )
      return answer === SURPLUS ? { allowed: false, retryAfterSeconds: 1 } : answer
    } finally {
      waiting[kind] -= 1
    }
  }

  return {
    async check(name, subjects, log) {
      const policy: Policy = policies[name]
      try {
        const key = `${name}:${hashed(hashKey, name, policy.by, subjects)}`
        return await hit(key, policy)
      } catch (error) {
        const refused = policy.sensitive
        log({ policy: name, refused, error })
        return { allowed: !refused, retryAfterSeconds: refused ? RETRY_AFTER_FAILURE : 0 }
      }
    },
  }
}

function hashed(
  key: Buffer,
  name: PolicyName,
  by: readonly Subject[],
  subjects: Partial<Record<Subject, string>>,
): string {
  // JSON, because lists joined by a character could collide.
  const values = by.map((subject) => normalized[subject]?.(subjects[subject]) ?? subjects[subject])
  return createHmac('sha256', key)
    .update(JSON.stringify([name, ...values]))
    .digest('base64url')
}

/** Normalized as in the database, so one account has one counter. */
const account = (email: string | undefined) => email?.trim().toLowerCase()

const normalized: Partial<Record<Subject, (value: string | undefined) => string | undefined>> = {
  email: account,
  mailbox: (email) => mailboxOf(account(email)),
}
