import { expect, it } from 'vitest'
import { brokenPaths, placesIn } from './find-paths'

const tree = placesIn([
  'README.md',
  'apps/web/src/app/[organization]/page.tsx',
  'apps/web/src/features/roles/actions.ts',
  'packages/db/src/roles/table.ts',
])

it.each([
  'apps/web',
  'apps/web/',
  'apps/web/src/app/[organization]/page.tsx',
  'apps/web/src/features/<domain>/actions.ts',
  'features/<domain>/actions.ts',
  'packages/*/src/**',
  'packages/{db,auth}/src',
  'README.md',
  'a.b/c',
  '/acme/roles',
  'pnpm dev',
  'ctx.db',
])('%s exists or is not a path', (code) => {
  expect(brokenPaths([code], tree)).toEqual([])
})

it.each([
  'apps/mobile',
  'apps/web/src/features/<domain>/nothing.ts',
  'features/<domain>/nothing.ts',
  'packages/{auth,mail}/src',
  'CHANGELOG.md',
])('%s does not exist', (code) => {
  expect(brokenPaths([code], tree)).toEqual([code])
})
