import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { BusyError } from './busy-error'
import { KeyedTurns, turns } from './turns'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const never = () => new Promise<never>(() => {})

test('a call beyond the size waits for its turn', async () => {
  const order: string[] = []
  const two = turns(2, 1000)
  let release = () => {}
  const first = two.run(() => new Promise<void>((resolve) => (release = resolve)))
  void two.run(never)
  const third = two.run(async () => order.push('third'))
  await vi.advanceTimersByTimeAsync(900)
  expect(order).toEqual([])
  release()
  await first
  await third
  expect(order).toEqual(['third'])
})

test('a call that waits too long fails and does not run', async () => {
  const one = turns(1, 1000)
  void one.run(never)
  const work = vi.fn<() => Promise<void>>(async () => {})
  const late = one.run(work).catch((error: unknown) => error)
  await vi.advanceTimersByTimeAsync(1000)
  expect(await late).toBeInstanceOf(BusyError)
  expect(work).not.toHaveBeenCalled()
})

test('leaves no timer behind', async () => {
  const one = turns(1, 1000)
  await one.run(async () => {})
  await expect(one.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(vi.getTimerCount()).toBe(0)
})

test('keys do not wait for each other, and an unused key is dropped', async () => {
  const keyed = new KeyedTurns(1, 1000)
  const stuck = new Promise<void>((resolve) => void setTimeout(resolve, 5000))
  const first = keyed.run('a', () => stuck)
  const second = keyed.run('a', never).catch((error: unknown) => error)
  await keyed.run('b', async () => {})
  expect(keyed.keys).toBe(1)
  await vi.advanceTimersByTimeAsync(5000)
  await first
  expect(await second).toBeInstanceOf(BusyError)
  expect(keyed.keys).toBe(0)
})
