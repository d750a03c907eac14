import { policies, type PolicyName } from '@kit/rate-limit/policies'

import { send } from '../http/raw-http'
import type { Person } from '../app/people'
import type { Arena } from '../engine/arena'
import type { Attack, Catalogue, Refusal, Shot } from '../engine/attack'
import { allowedCaller } from '../engine/caller'
import { callsTo } from '../engine/calls'
import type { NamedRow } from '../engine/row'

/** Over this limit a call isn't refused, but needs a captcha. */
const asksForProof: PolicyName = 'signIn.withoutCaptcha'

/** Callers over a limit, and calls while the limiter is down. */
export const limit: Catalogue = (row) => {
  const { as, newAccountLimits = [], mailLimits = [] } = row
  const shot = (arena: Arena, label: string, more: Pick<Shot, 'must' | 'refusal'> & Partial<Shot>): Shot => {
    const caller = allowedCaller(arena, row)
    return { label, caller, request: callsTo(arena, row, caller).likeTheApp(row.input(arena)), ...more }
  }
  const beyond: Attack = {
    group: 'limit',
    name: 'one call over each limit',
    shots: (arena) =>
      row.limits.map((policy) =>
        shot(arena, policy, {
          must: 'hold',
          refusal: { codes: [policy === asksForProof ? 'CAPTCHA_REQUIRED' : 'RATE_LIMITED'] },
          arrange: async () => {
            await callOnce(arena, row)
            await expectCounters(arena, [...row.limits, ...mailLimits])
            await fillUp(arena, policy)
          },
        }),
      ),
  }

  const fromNewAccount: Attack = {
    group: 'limit',
    name: 'one call by a new account over each of its limits',
    shots: (arena) =>
      newAccountLimits.map((policy) =>
        shot(arena, policy, {
          must: 'hold',
          refusal: { codes: ['RATE_LIMITED'] },
          arrange: async () => {
            if (!as) throw new Error('Only a signed-in caller has an account.')
            await makeNew(arena, as)
            await callOnce(arena, row)
            await expectCounters(arena, [...row.limits, ...mailLimits, ...newAccountLimits])
            await fillUp(arena, policy)
            await makeNew(arena, as)
          },
        }),
      ),
  }

  const refuses = row.limits.some((policy) => policies[policy].sensitive)
  const refusal: Refusal = refuses ? { codes: ['UNAVAILABLE'] } : {}
  const uncounted: Attack = {
    group: 'limit',
    name: refuses ? 'refused while the limiter is down' : 'allowed while the limiter is down',
    shots: (arena) => [
      shot(arena, 'rate_limit table missing', {
        must: refuses ? 'hold' : 'succeed',
        refusal,
        arrange: ({ database }) => database.sql`ALTER TABLE rate_limit RENAME TO rate_limit_gone`,
        afterwards: ({ database }) =>
          database.sql`ALTER TABLE IF EXISTS rate_limit_gone RENAME TO rate_limit`,
      }),
    ],
  }
  return [beyond, ...(newAccountLimits.length > 0 ? [fromNewAccount] : []), uncounted]
}

function makeNew(arena: Arena, person: Person): Promise<unknown> {
  return arena.database.sql`UPDATE "user" SET created_at = now() WHERE id = ${arena.userId(person)}`
}

/** Makes the allowed call and restores everything but the counters. */
async function callOnce(arena: Arena, row: NamedRow): Promise<void> {
  const caller = allowedCaller(arena, row)
  await send(callsTo(arena, row, caller).likeTheApp(row.input(arena)))
  await arena.restore(await arena.snapshot())
  await arena.prepare(row)
}

/** Fails unless the action counts exactly these limits, which its row lists. */
async function expectCounters(arena: Arena, limits: readonly PolicyName[]): Promise<void> {
  // The browser requests a challenge in a separate call.
  const rows = await arena.database.sql<{ policy: string }[]>`
    SELECT split_part(key, ':', 1) AS policy FROM rate_limit WHERE key NOT LIKE 'captcha.challenge:%'`
  const counted = rows.map(({ policy }) => policy).toSorted()
  const wanted = [...limits].toSorted()
  if (counted.join() !== wanted.join())
    throw new Error(`The call was counted under ${counted.join(', ')}, not ${wanted.join(', ')}.`)
}

/** Fills the current and the next window, in case one ends in the meantime. */
function fillUp(arena: Arena, policy: PolicyName): Promise<unknown> {
  return arena.database.sql`
    UPDATE rate_limit SET current = 1000000, previous = 1000000 WHERE key LIKE ${`${policy}:%`}`
}
