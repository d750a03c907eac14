import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { promisify } from 'node:util'

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

import type { LimitResult, Store } from '../stores/store'

export interface StoreUnderTest {
  store: Store
  /** Settings that make another process choose the same store. */
  settings: Record<string, string>
  /** Ages what was counted by this many seconds, always whole windows. */
  letPass: (seconds: number) => Promise<void>
  close: () => Promise<void>
}

/**
 * Seconds. Decades long, chosen so that now is 45% into a window and 55% of the previous one counts. No test can reach
 * the end of a window or depend on its own speed.
 */
const WINDOW = Math.floor(Date.now() / 1000 / 1.45)

const allowed = (results: LimitResult[]) => results.filter((result) => result.allowed).length

/** Tests that every store must pass. Keys start with `name`. */
export function describeStore(name: string, prepare: () => Promise<StoreUnderTest>): void {
  describe(`${name}, like every store`, () => {
    let under: StoreUnderTest
    let key: string
    const hit = (limit: number) => under.store.hit(key, limit, WINDOW)

    async function hits(limit: number, calls: number): Promise<LimitResult[]> {
      const results: LimitResult[] = []
      for (let i = 0; i < calls; i++) results.push(await hit(limit))
      return results
    }

    beforeAll(async () => {
      under = await prepare()
    })
    beforeEach(() => {
      key = `${name}-${randomUUID()}`
    })
    afterEach(() => {
      vi.useRealTimers()
    })
    afterAll(() => under.close())

    it('allows exactly the limit', async () => {
      const results = await hits(5, 8)
      expect(results.map((result) => result.allowed)).toEqual([
        true,
        true,
        true,
        true,
        true,
        false,
        false,
        false,
      ])
    })

    it('says when to retry', async () => {
      const [first, second] = await hits(1, 2)
      expect(first?.retryAfterSeconds).toBe(0)
      expect(Number.isInteger(second?.retryAfterSeconds)).toBe(true)
      // The rest of this window and all of the next, where a share of this window's call still counts.
      expect((second?.retryAfterSeconds ?? 0) / WINDOW).toBeCloseTo(1.55, 3)
    })

    it('counts each key separately, whatever it contains', async () => {
      const base = key
      for (const other of ['', ':1', '{}', '}', "'; DROP TABLE rate_limit; --", '\n', '*', 'é', '%']) {
        key = base + other
        expect(allowed(await hits(2, 3))).toBe(2)
      }
    })

    it('slides the window', async () => {
      expect(allowed(await hits(10, 12))).toBe(10)
      await under.letPass(WINDOW)
      // 55% of the ten still count, rounded up.
      expect(allowed(await hits(10, 12))).toBe(4)
      await under.letPass(WINDOW)
      // Then 55% of the four count, rounded up to three.
      expect(allowed(await hits(10, 12))).toBe(7)
      await under.letPass(2 * WINDOW)
      expect(allowed(await hits(10, 12))).toBe(10)
    })

    it('does not count refused calls', async () => {
      await hits(10, 60)
      await under.letPass(WINDOW)
      expect(allowed(await hits(10, 12))).toBe(4)
    })

    it('allows no extra call while part of a call in the previous window still counts', async () => {
      expect(allowed(await hits(1, 2))).toBe(1)
      await under.letPass(WINDOW)
      expect(allowed(await hits(1, 2))).toBe(0)
      await under.letPass(WINDOW)
      expect(allowed(await hits(1, 2))).toBe(1)
    })

    it('is enforced for 50 parallel calls', async () => {
      const results = await Promise.all(Array.from({ length: 50 }, () => hit(20)))
      expect(allowed(results)).toBe(20)
      expect(results.every((result) => result.allowed || result.retryAfterSeconds > 1)).toBe(true)
    })

    it('is enforced for 50 parallel calls from two processes', async () => {
      const twice = await Promise.all([hammerOn(under, key), hammerOn(under, key)])
      expect(twice[0] + twice[1]).toBe(20)
      expect((await hit(20)).allowed).toBe(false)
    })
  })
}

async function hammerOn({ settings }: StoreUnderTest, key: string): Promise<number> {
  const args = ['--import', 'tsx', 'hammer.ts', key, '20', String(WINDOW), '25']
  const env = { PATH: process.env.PATH, DATABASE_URL: 'postgres://none@127.0.0.1:1/none', ...settings }
  const { stdout } = await promisify(execFile)(process.execPath, args, {
    env,
    cwd: import.meta.dirname,
  })
  return Number(stdout)
}
