import { afterEach, expect, it, vi } from 'vitest'

import type { Arena } from './arena'
import type { Attack, Shot } from './attack'
import { partOf, shotsOf } from './spread'

afterEach(() => vi.unstubAllEnvs())

const labels = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i']
const attack = (spread?: true): Attack => ({
  group: 'id',
  name: 'malformed ids',
  spread,
  shots: () => labels.map((label) => ({ label }) as Shot),
})
const fired = (exportName: string, spread?: true) =>
  shotsOf({} as Arena, { exportName }, attack(spread)).map(({ label }) => label)

it('fires every shot at some endpoint', () => {
  const names = ['createParcelAction', 'deleteParcelAction', 'sendParcelAction', 'openParcelAction', 'a', 'b']
  expect(new Set(names.flatMap((name) => fired(name, true)))).toEqual(new Set(labels))
  expect(fired('createParcelAction', true).length).toBeLessThan(labels.length / 2)
})

it('fires at least one shot at every endpoint', () => {
  for (const turn of [0, 1, 2, 3, 4, 5]) {
    expect(partOf(['a'], turn)).toEqual(['a'])
    expect(partOf(['a', 'b'], turn)).toHaveLength(1)
    expect(partOf([], turn)).toEqual([])
  }
})

it('fires every shot of an attack that is not spread, and of all attacks at night', () => {
  expect(fired('createParcelAction')).toEqual(labels)
  vi.stubEnv('EVERY_SHOT', 'on')
  expect(fired('createParcelAction', true)).toEqual(labels)
})
