import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { BLOCKED_PAGES, STATIC_STATUS_PAGES } from 'next/dist/shared/lib/constants'
import { expect, test } from 'vitest'

import { newOrganizationSlugSchema } from './organization-slug'

const app = join(import.meta.dirname, '../../app')

/** The first segment of each route's URL. Groups have none; a file such as `robots.ts` has its extension in the URL. */
function firstSegments(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => (name.startsWith('(') ? firstSegments(join(folder, name)) : [name]))
    .filter((name) => !/^[[@_]/.test(name))
}

const ownPages = [...STATIC_STATUS_PAGES, ...BLOCKED_PAGES, '/404', '/_next', '/index'].map((path) =>
  path.slice(1),
)
const ownFiles = ['favicon.ico', 'icon.svg', 'robots.txt', 'sitemap.xml', '.well-known']

test.each([...firstSegments(app), ...ownPages, ...ownFiles])('no organization can take /%s', (segment) => {
  expect(newOrganizationSlugSchema.safeParse(segment).success).toBe(false)
})

test('other slugs are free', () => {
  for (const slug of ['acme', '501', 'sign-in-2']) expect(newOrganizationSlugSchema.parse(slug)).toBe(slug)
})
