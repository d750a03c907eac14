import { beforeAll, expect, it, vi } from 'vitest'

import type { NamedRow } from '@kit/attacks/engine/row'
import { spreadAttacks, type Target } from '@kit/attacks/engine/spread'

import { everyTarget } from '../attacks/targets'
import { demoArena } from './demo-arena'

beforeAll(() => vi.stubEnv('BASE_URL', 'http://localhost:3000'))

it('every field gets values, types and repetitions that are wrong for it', () => {
  const arena = demoArena()
  const targets: readonly Target<NamedRow>[] = everyTarget()
  const aboutFields = /^values: (?!a lone)|^shape: (?:.* instead of a field|a repeated field|extra fields)$/
  /** The field that a label names, or how an extra one is sent. */
  const placeIn = (name: string, label: string) =>
    name === 'extra fields' ? /, as an object|^\w+\./.exec(label)?.[0] : label.split(/[:,] /)[0]
  const attacked = (given: readonly Target<NamedRow>[]) =>
    new Set(
      given.flatMap(({ row, attacks }) =>
        attacks
          .filter(({ group, name }) => aboutFields.test(`${group}: ${name}`))
          .flatMap(({ name, shots }) =>
            shots(arena).map(({ label }) =>
              [row.exportName, name.replace(/.* instead/, ''), placeIn(name, label)].join(' '),
            ),
          ),
      ),
    )
  expect(attacked(spreadAttacks(targets))).toEqual(attacked(targets))
})
