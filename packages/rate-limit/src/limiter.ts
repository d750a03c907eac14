import { createHmac } from 'node:crypto'

import { policies, type Policy, type PolicyName, type Subject, type SubjectsOf } from './policies'
import { type LimitResult, type Store, STORE_DEADLINE } from './stores/store'
import { within } from './within'

/** A call that could not be counted. */
export interface StoreFailure {
  policy: PolicyName
  /** Whether the call was refused for it; the others went on uncounted. */
  refused: boolean
  error: unknown
}

export interface Limiter {
  /**
   * Counts one call under a policy and says whether it may go on. Never throws for the store's sake: when it fails or is
   * slow, `log` is told and the policy decides.
   */
  check: <Name extends PolicyName>(
    policy: Name,
    subjects: SubjectsOf<Name>,
    log: (failure: StoreFailure) => void,
  ) => Promise<LimitResult>
}

/** Seconds. Nobody knows how long a store stays away; this is when to knock again. */
const RETRY_AFTER_FAILURE = 30

/** Calls that wait for the store at one time. While it hangs they pile up, and more than these would fill the memory. */
const MOST_WAITING = 1000

/**
 * Makes the limiter of a process: one is enough, and one is needed, since it keeps count of what is under way.
 * @param secret keys are hashed with it, so that no address or e-mail stands in a store, not even one to be guessed
 */
export function createLimiter(store: Store, secret: string, deadline = STORE_DEADLINE): Limiter {
  // A key of its own: whatever else the secret signs, nothing of it can be had from a store's keys.
  const hashKey = createHmac('sha256', secret).update('gatehouse rate limits').digest()
  let waiting = 0

  async function hit(key: string, { limit, windowSeconds }: Policy): Promise<LimitResult> {
    waiting += 1
    try {
      return await store.hit(key, limit, windowSeconds)
    } finally {
      waiting -= 1
    }
  }

  return {
    async check(name, subjects, log) {
      const policy: Policy = policies[name]
      try {
        if (waiting >= MOST_WAITING) throw new Error('Too many calls wait for the store.')
        const key = `${name}:${hashed(hashKey, name, policy.by, subjects)}`
        return await within(deadline, hit(key, policy))
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
  // As JSON, because joined by any character two lists could read the same.
  const values = by.map((subject) => (subject === 'email' ? account(subjects.email) : subjects[subject]))
  return createHmac('sha256', key)
    .update(JSON.stringify([name, ...values]))
    .digest('base64url')
}

/** As the database compares them: one account has one counter, however its address is typed. */
const account = (email: string | undefined) => email?.trim().toLowerCase()
