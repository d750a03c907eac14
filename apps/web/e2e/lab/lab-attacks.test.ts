import { beforeAll, expect, it, vi } from 'vitest'

import { lessons } from '@/features/lab/lessons/lessons'

import { matrix } from '../attacks/matrix'
import { labAttacks } from './lab-attacks'

beforeAll(() => vi.stubEnv('BASE_URL', 'http://localhost:3000'))

// The ID of an attack derives from its name, so renaming one would break its lesson.
it.each(lessons)('lesson $slug fires an existing attack', ({ endpoint, fires }) => {
  const rows = matrix.filter(({ exportName }) => exportName === endpoint)
  const ids = rows.flatMap((row) => labAttacks(row).attacks.map(({ id }) => id))
  expect(ids).toContain(fires)
})
