import { expect, it, vi } from 'vitest'

import { catalogues } from '@kit/attacks/catalogue/all'
import { lessons } from '@/features/lab/lessons/lessons'

import { matrix } from '../attacks/matrix'
import { labAttacks } from './lab-attacks'

vi.stubEnv('BASE_URL', 'http://localhost:3000')

it.each(lessons)('the lesson $slug fires an attack that exists', ({ endpoint, fires }) => {
  const row = matrix.find(({ exportName }) => exportName === endpoint)
  expect(row && labAttacks(row).attacks.map(({ id }) => id)).toContain(fires)
})

it.each(matrix)('every attack on $exportName has its own name', (row) => {
  const names = catalogues
    .flatMap((catalogue) => catalogue(row))
    .map(({ group, name }) => `${group}: ${name}`)
  expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([])
})
