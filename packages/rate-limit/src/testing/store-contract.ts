import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { promisify } from 'node:util'

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

import type { LimitResult, Store } from '../stores/store'

export interface StoreUnderTest {
  store: Store
  /** Settings with which another process chooses the same one. */
  settings: Record<string, string>
  /** Makes so much time pass for what was counted; only ever whole windows. */
  letPass: (seconds: number) => Promise<void>
  close: () => Promise<void>
}

/**
 * Seconds. Decades long, and as long as makes now stand 45 % into a window, so that 55 % of the one before count: no
 * test can meet the end of a window, and none depends on how fast it runs.
 */
const WINDOW = Math.floor(Date.now() / 1000 / 1.45)

const allowed = (results: LimitResult[]) => results.filter((result) => result.allowed).length

/** What every store does alike. Keys begin with the name. */
export function describeStore(name: string, prepare: () => Promise<StoreUnderTest>): void {
  describe(`${name}, as every store`, () => {
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

    it('lets exactly the limit through', async () => {
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

    it('says when to come back', async () => {
      const [first, second] = await hits(1, 2)
      expect(first?.retryAfterSeconds).toBe(0)
      expect(Number.isInteger(second?.retryAfterSeconds)).toBe(true)
      expect((second?.retryAfterSeconds ?? 0) / WINDOW).toBeCloseTo(0.55, 3)
    })

    it('counts each key for itself, whatever stands in it', async () => {
      const base = key
      for (const other of ['', ':1', '{}', '}', "'; DROP TABLE rate_limit; --", '\n', '*', 'é', '%']) {
        key = base + other
        expect(allowed(await hits(2, 3))).toBe(2)
      }
    })

    it('lets the window slide', async () => {
      expect(allowed(await hits(10, 12))).toBe(10)
      await under.letPass(WINDOW)
      // Of the ten, 55 % rounded down still count.
      expect(allowed(await hits(10, 12))).toBe(5)
      await under.letPass(WINDOW)
      // And of the five, two.
      expect(allowed(await hits(10, 12))).toBe(8)
      await under.letPass(2 * WINDOW)
      expect(allowed(await hits(10, 12))).toBe(10)
    })

    it('does not count what it refused', async () => {
      await hits(10, 60)
      await under.letPass(WINDOW)
      expect(allowed(await hits(10, 12))).toBe(5)
    })

    it('holds under 50 calls at once', async () => {
      const results = await Promise.all(Array.from({ length: 50 }, () => hit(20)))
      expect(allowed(results)).toBe(20)
      expect(results.every((result) => result.allowed || result.retryAfterSeconds > 1)).toBe(true)
    })

    it('holds under 50 calls at once from two processes', async () => {
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
