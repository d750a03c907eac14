import { afterEach, describe, expect, it, vi } from 'vitest'

import type { Arena } from './arena'
import type { Attack, Shot } from './attack'
import { partOf, spreadAttacks } from './spread'

afterEach(() => vi.unstubAllEnvs())

const labels = (count: number) => Array.from({ length: count }, (_, index) => `shot ${index}`)

function attack(name: string, count: number, spread?: Attack['spread']): Attack {
  const shots = () => labels(count).map((label): Shot => ({ label }) as Shot)
  return { group: 'origin', name, spread, shots }
}

const kinds = ['public', 'authenticated', 'organization', 'admin'] as const

/** As many endpoints of each kind, each with these attacks. */
const targets = (count: number, ...attacks: Attack[]) =>
  kinds.flatMap((kind) => labels(count).map(() => ({ row: { kind, encoding: 'form' }, attacks })))

/** What is fired at each endpoint of a kind, as "attack: shot". */
const fired = (given: ReturnType<typeof targets>, kind: string) =>
  spreadAttacks(given)
    .filter((target) => target.row.kind === kind)
    .map(({ attacks }) =>
      attacks.flatMap(({ name, shots }) => shots({} as Arena).map(({ label }) => `${name}: ${label}`)),
    )

const everything = (...attacks: Attack[]) =>
  attacks.flatMap(({ name, shots }) => shots({} as Arena).map(({ label }) => `${name}: ${label}`))

const names = ['a', 'b', 'c', 'd', 'e', 'f']

describe.each([1, 2, 3, 4, 5, 7, 16, 40])('with %i endpoints of each kind', (count) => {
  it('fires every attack and every shot at every kind, and some attack at every endpoint', () => {
    const attacks = names.map((name) => attack(name, 9, 'both'))
    for (const kind of kinds) {
      const all = fired(targets(count, ...attacks), kind)
      expect(new Set(all.flat())).toEqual(new Set(everything(...attacks)))
      expect(all.filter((one) => one.length === 0)).toEqual([])
    }
  })

  it('fires attacks whole where only attacks take turns', () => {
    const attacks = names.map((name) => attack(name, 3, 'attacks'))
    for (const kind of kinds) {
      const all = fired(targets(count, ...attacks), kind)
      expect(new Set(all.flat())).toEqual(new Set(everything(...attacks)))
      for (const one of all) {
        const whole = names.filter((name) => one.includes(`${name}: shot 0`))
        expect(one).toEqual(everything(...attacks.filter(({ name }) => whole.includes(name))))
        expect(whole).not.toEqual([])
      }
    }
  })

  it('fires every attack at every endpoint where only shots take turns, and every shot somewhere', () => {
    const attacks = names.map((name) => attack(name, 9, 'shots'))
    const all = kinds.flatMap((kind) => fired(targets(count, ...attacks), kind))
    expect(new Set(all.flat())).toEqual(new Set(everything(...attacks)))
    for (const one of all) expect(new Set(one.map((label) => label.split(':')[0]))).toEqual(new Set(names))
  })
})

it('fires a quarter if there are enough endpoints', () => {
  const attacks = labels(8).map((name) => attack(name, 8, 'both'))
  for (const one of fired(targets(16, ...attacks), 'admin')) expect(one).toHaveLength(2 * 2)
})

it('gives each field some of its values, if there are as many as turns', () => {
  for (const place of [0, 1, 2, 3]) {
    const part = partOf(['a1', 'a2', 'a3', 'a4', 'b1', 'b2', 'b3', 'b4', 'b5'], place, 4)
    expect(new Set(part.map((text) => text[0]))).toEqual(new Set(['a', 'b']))
  }
})

it('fires at least one shot, if there are any', () => {
  for (const place of [0, 1, 2, 3, 4, 5]) {
    expect(partOf(['a'], place, 4)).toEqual(['a'])
    expect(partOf(['a', 'b'], place, 4)).toHaveLength(1)
    expect(partOf([], place, 4)).toEqual([])
  }
})

it('fires what is not spread at every endpoint, and at night everything', () => {
  const attacks = [attack('own', 5), attack('shared', 5, 'both'), attack('other', 5, 'both')]
  for (const one of fired(targets(8, ...attacks), 'public'))
    expect(one).toEqual(expect.arrayContaining(everything(attack('own', 5))))
  vi.stubEnv('EVERY_SHOT', 'on')
  for (const one of fired(targets(8, ...attacks), 'public')) expect(one).toEqual(everything(...attacks))
})
