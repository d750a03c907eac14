import { describe, expect, it } from 'vitest'

import { retryAfterSeconds } from './retry-after'

/** Whether the window allows another call after this many seconds, by definition. */
function isFree(limit: number, window: number, state: { age: number; current: number; previous: number }) {
  const { age } = state
  const [current, previous] =
    age < window ? [state.current, state.previous] : [0, age < 2 * window ? state.current : 0]
  return current + Math.ceil(previous * (1 - (age % window) / window)) < limit
}

describe('retryAfterSeconds', () => {
  const states = [0, 1, 17.3, 59.999].flatMap((age) =>
    [0, 1, 5, 9, 10].flatMap((current) => [0, 1, 5, 10].map((previous) => ({ age, current, previous }))),
  )
  const refused = states.filter((state) => !isFree(10, 60, state))

  it.each(refused)('is long enough and at most slightly too long: %o', (state) => {
    const seconds = retryAfterSeconds(10, 60, state)
    expect(Number.isInteger(seconds) && seconds >= 1 && seconds <= 67).toBe(true)
    expect(isFree(10, 60, { ...state, age: state.age + seconds })).toBe(true)
    expect(seconds <= 2 || !isFree(10, 60, { ...state, age: state.age + seconds - 2 })).toBe(true)
  })

  it('waits for the window to end when the stored counts are older than the refusal', () => {
    expect(retryAfterSeconds(10, 60, { age: 20, current: 3, previous: 0 })).toBe(41)
    expect(retryAfterSeconds(10, 60, { age: 500, current: 10, previous: 10 })).toBe(41)
  })

  it('handles a count above a lowered limit', () => {
    const state = { age: 30, current: 20, previous: 0 }
    expect(isFree(10, 60, { ...state, age: 30 + retryAfterSeconds(10, 60, state) })).toBe(true)
  })

  it('treats an ended window as the previous one', () => {
    expect(retryAfterSeconds(10, 60, { age: 65, current: 11, previous: 10 })).toBe(6)
  })
})
