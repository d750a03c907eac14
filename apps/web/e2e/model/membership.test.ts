import { AsyncLocalStorage } from 'node:async_hooks'

import * as fc from 'fast-check'
import { beforeAll, expect, test, vi } from 'vitest'

import { useTestDatabase } from '@kit/db/testing/use-test-database'

import { anyMove, type Move } from './moves'
import { beginning, organizations, ownersOf } from './rules'
import { Stage, verdictOf } from './stage'

const signedIn = vi.hoisted(() => ({ caller: undefined as AsyncLocalStorage<string> | undefined }))
vi.mock('next/headers', () => ({ headers: async () => new Headers({ origin: 'http://localhost:3000' }) }))
vi.mock('@kit/auth/session/session', () => ({
  getSession: async () => ({
    user: { id: signedIn.caller?.getStore(), role: 'user' },
    session: { id: 's', confirmedAt: new Date() },
  }),
}))
vi.mock('@kit/log/logger', () => ({ logger: { warn: () => {}, error: () => {} } }))
// These tests check who can do it, not how often.
vi.mock('@kit/rate-limit/check-limit', () => ({
  checkLimit: async () => ({ allowed: true, retryAfterSeconds: 0 }),
}))

const db = useTestDatabase()
const caller = new AsyncLocalStorage<string>()
let stage: Stage

beforeAll(async () => {
  signedIn.caller = caller
  stage = new Stage(db.owner, {
    members: await import('@/features/members/actions'),
    organizations: await import('@/features/organizations/actions'),
  })
  await stage.build()
})

const play = (move: Move) => caller.run(stage.userId(move.actor), () => verdictOf(move.play(stage)))

/** The invariants that don't hold. */
async function broken(): Promise<string[]> {
  const world = await stage.world()
  return [
    ...organizations.filter((slug) => ownersOf(world, slug) === 0).map((slug) => `${slug} has no owner`),
    ...(await stage.risenByOwnHand()),
    ...(await stage.crossings(beginning)),
  ]
}

/** Concurrent moves from the beginning. Any order is right, so only the invariants are checked. */
const crowd = ({ isAllowed }: { isAllowed: (verdict: string) => boolean }) =>
  fc.asyncProperty(fc.array(anyMove, { minLength: 2, maxLength: 8 }), async (moves) => {
    await stage.reset()
    const verdicts: string[] = await Promise.all(moves.map(play))
    const problems = [...verdicts.filter((verdict) => !isAllowed(verdict)), ...(await broken())]
    if (problems.length > 0) throw new Error(problems.join(', '))
  })

/** On a slow machine, a wait for a lock may reach its bound. Another move may replace a role after this one read it. */
const fromOthers = ['unexpected "BUSY"', 'unexpected "EDIT_CONFLICT"']
const isExpectedTogether = (verdict: string) =>
  !verdict.startsWith('unexpected') || fromOthers.includes(verdict)

// A counterexample is printed with its seed; `fc.assert(…, { seed, path })` replays it.

test('sequential moves end as the rules say', async () => {
  const sequence = fc.asyncProperty(fc.array(anyMove, { minLength: 1, maxLength: 15 }), async (moves) => {
    await stage.reset()
    let world = beginning
    for (const move of moves) {
      const ending = move.expect(world)
      const played = { move: move.says, verdict: await play(move), world: await stage.world() }
      expect(played).toEqual({ move: move.says, ...ending })
      world = ending.world
    }
    expect(await broken()).toEqual([])
  })
  await fc.assert(sequence, { numRuns: 25 })
})

test('concurrent moves keep the invariants and cause no error', async () => {
  await expect(fc.assert(crowd({ isAllowed: isExpectedTogether }), { numRuns: 25 })).resolves.toBeUndefined()
})

test('concurrent moves find a database that lets the last owner go', async () => {
  await db.owner`ALTER TABLE member DISABLE TRIGGER keep_an_owner`
  try {
    // Without an owner, a move may also end in an error.
    const anyVerdict = crowd({ isAllowed: () => true })
    const { errorInstance } = await fc.check(anyVerdict, { numRuns: 200, endOnFailure: true })
    expect(errorInstance).toMatchObject({ message: expect.stringContaining('has no owner') })
  } finally {
    await db.owner`ALTER TABLE member ENABLE TRIGGER keep_an_owner`
  }
})
