import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '@kit/launcher/paths'
import { expect, it } from 'vitest'
import { describe as lineOf } from '../tree/change'
import { Tree } from '../tree/tree'
import { newDomain } from './new-domain'

const field = ['name:text', 'price:money']

it('adds a domain to six files and edits no other', async () => {
  const tree = await Tree.open(root)
  const { paths } = newDomain(tree, 'cold-stores', { field })
  const edited = tree.changes().filter(({ kind }) => kind !== 'create')
  expect(edited.map(lineOf)).toEqual([
    'edit    apps/web/src/lib/domains.ts',
    'edit    packages/auth/src/permissions/resources.ts',
    'edit    packages/db/package.json',
    'edit    packages/db/src/demo/domains.ts',
    'edit    packages/db/src/schema.ts',
    'edit    packages/rate-limit/src/policies.ts',
  ])
  // Lines are only added, except that the two one-line lists grow.
  const lost = edited.flatMap(({ path }) => {
    const after = tree.read(path).split('\n')
    return readFileSync(join(root, path), 'utf8')
      .split('\n')
      .filter((line) => !after.includes(line))
  })
  expect(lost).toEqual([expect.stringContaining('export const demoDomains')])
  expect(paths.filter((path) => /drizzle\/\d{4}_cold_stores\.sql$/.test(path))).toHaveLength(1)
})

it('keeps existing shared files', async () => {
  const tree = await Tree.open(root)
  tree.write('apps/web/src/lib/money.ts', 'mine')
  newDomain(tree, 'cold-stores', { field })
  expect(tree.read('apps/web/src/lib/money.ts')).toBe('mine')
})

it.each([
  ['members', /The domain "members" already exists/],
  ['audits', /Permissions for "audit" already exist/],
  ['organization-roles', /The table "organization_role" already exists/],
])('refuses %s and changes nothing', async (name, message) => {
  const tree = await Tree.open(root)
  expect(() => newDomain(tree, name, { field })).toThrow(message)
  expect(tree.changes()).toEqual([])
})

it('refuses a field that names the row itself', async () => {
  const tree = await Tree.open(root)
  expect(() => newDomain(tree, 'shelves', { field: ['name:text', 'shelfId:text'] })).toThrow(
    '"shelfId" is reserved. Choose another name for the field.',
  )
})
