import { expect, it } from 'vitest'

import { organizationSlugSchema } from '@kit/action-middleware/input/organization-reference'

import { suggestSlug } from './suggest-slug'

it.each([
  ['Acme', 'acme'],
  ['  Zoë & Søren, Ltd. ', 'zoe-s-ren-ltd'],
  ['--Already--dashed--', 'already-dashed'],
  ['日本', ''],
])('suggests for %j the slug %j', (name, slug) => {
  expect(suggestSlug(name)).toBe(slug)
})

it('suggests only what the action accepts', () => {
  const long = suggestSlug(`${'a'.repeat(47)} b c`)
  expect(organizationSlugSchema.safeParse(long).success).toBe(true)
})
