import { expect, it, vi } from 'vitest'

import { catalogues } from '@kit/attacks/catalogue/all'

import { matrix } from './matrix'

vi.stubEnv('BASE_URL', 'http://localhost:3000')

it.each(matrix)('every attack on $exportName has its own name', (row) => {
  const names = catalogues
    .flatMap((catalogue) => catalogue(row))
    .map(({ group, name }) => `${group}: ${name}`)
  expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([])
})
