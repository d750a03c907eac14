import { expect, it } from 'vitest'
import type { Tree } from '../tree/tree'
import { treeWith } from '../testing/tree-with'
import { removeDomain } from './remove-domain'

const migration = (idx: number, tag: string) => ({ idx, version: '7', when: idx, tag, breakpoints: true })
const table = (name: string, tableTo: string) => [
  `public.${name}`,
  { name, foreignKeys: { to: { tableTo } } },
]
const member = table('member', 'organization')
const label = table('label', 'member')
const snapshot = (id: string, prevId: string, ...tables: (typeof member)[]) =>
  JSON.stringify({ id, prevId, tables: Object.fromEntries(tables) })

/** A repository with a domain whose name is a common word. */
const files = {
  'apps/web/src/features/labels/domain.ts': 'export const labels = {}',
  'apps/web/src/features/labels/labels.spec.ts': "export const file = 'docs/label-attacks.md'",
  'apps/web/src/features/members/domain.ts': 'export const members = {}',
  'apps/web/src/app/(signed-in)/[organization]/labels/page.tsx': 'export default () => null',
  'apps/web/e2e/labels/fixtures.ts': 'export const a = 1',
  'apps/web/e2e/visits.ts': "export const visits = [{ path: '/acme/labels?x=1' }, { path: '/acme/members' }]",
  'apps/web/src/domains.ts':
    "import { labels } from '@/features/labels/domain'\nimport { members } from '@/features/members/domain'\nexport const domains = [labels, members]",
  'apps/web/src/features/labels/actions.ts': "import { cents } from '@/lib/money'\nexport const a = cents",
  'apps/web/src/lib/money.ts': 'export const cents = 100',
  'apps/web/src/lib/money.test.ts': "import { cents } from './money'\nexport const b = cents",
  'packages/db/package.json':
    '{\n  "name": "@kit/db",\n  "exports": {\n    "./labels/table": "./src/labels/table.ts",\n    "./schema": "./src/schema.ts"\n  }\n}\n',
  'packages/db/src/labels/table.ts': "export const label = tenantTable('label', 'name', {})",
  'packages/db/src/schema.ts': "export const other = 1\nexport * from './labels/table'",
  'packages/resources.ts':
    "export const resources = { member: { verbs: { read: { label: 'see' } } }, label: { verbs: { read: { label: 'see labels' } } } }\nexport const grants = { member: ['read'], label: ['read'] }",
  'packages/policies.ts': "export const policies = { 'default.user': 1, 'labels.create': 2 }",
  'docs/label-attacks.md': '# Attacks\n',
  'docs/roles.md':
    '# Roles\n\n| member | read |\n| label | read |\n\n## A column on labels\n\nGone.\n\n## More\n\nKept.\n',
  'packages/db/drizzle/0000_tables.sql':
    'CREATE TABLE "member" ();--> statement-breakpoint\nCREATE TABLE "note" ();',
  'packages/db/drizzle/0001_labels.sql': 'CREATE TABLE "label" ();',
  'packages/db/drizzle/0002_more.sql': 'CREATE TABLE "more" ();',
  'packages/db/drizzle/meta/_journal.json': JSON.stringify({
    entries: [migration(0, '0000_tables'), migration(1, '0001_labels'), migration(2, '0002_more')],
  }),
  'packages/db/drizzle/meta/0000_snapshot.json': snapshot('a', '-', member),
  'packages/db/drizzle/meta/0001_snapshot.json': snapshot('b', 'a', member, label),
  'packages/db/drizzle/meta/0002_snapshot.json': snapshot('c', 'b', member, label, table('more', 'label')),
}

const json = (tree: Tree, file: string) => JSON.parse(tree.read(`packages/db/drizzle/meta/${file}`))
const tags = (tree: Tree) => json(tree, '_journal.json').entries.map(({ tag }: { tag: string }) => tag)

it('removes a domain from folders, lists, permissions, limits and guides, and nothing else', async () => {
  const { tree } = await treeWith(files)
  removeDomain(tree, 'labels', false)
  expect(tree.paths().filter((path) => /labels?[/_-]/.test(path))).toEqual([])
  expect(tree.has('apps/web/src/lib/money.ts')).toBe(false)
  expect(tree.has('apps/web/src/lib/money.test.ts')).toBe(false)
  const text = (path: string) => tree.read(path).replaceAll(/\s+/g, ' ').trim()
  expect(text('apps/web/src/domains.ts')).toBe(
    "import { members } from '@/features/members/domain' export const domains = [ members]",
  )
  expect(text('apps/web/e2e/visits.ts')).toBe("export const visits = [ { path: '/acme/members' }]")
  expect(text('packages/db/src/schema.ts')).toBe('export const other = 1')
  expect(text('packages/resources.ts')).toBe(
    "export const resources = { member: { verbs: { read: { label: 'see' } } }, } export const grants = { member: ['read'], }",
  )
  expect(text('packages/policies.ts')).toBe("export const policies = { 'default.user': 1, }")
  expect(text('docs/roles.md')).toBe('# Roles | member | read | ## More Kept.')
  expect(JSON.parse(text('packages/db/package.json')).exports).toEqual({ './schema': './src/schema.ts' })
})

it('removes the table from the migrations and closes the gap in their history', async () => {
  const { tree } = await treeWith(files)
  removeDomain(tree, 'labels', false)
  expect(tags(tree)).toEqual(['0000_tables', '0002_more'])
  expect(tree.has('packages/db/drizzle/meta/0001_snapshot.json')).toBe(false)
  const { prevId, tables } = json(tree, '0002_snapshot.json')
  expect(prevId).toBe('a')
  expect(tables).toEqual(Object.fromEntries([member, ['public.more', { name: 'more', foreignKeys: {} }]]))
})

it('keeps the migrations if asked and adds one that drops the table', async () => {
  const { tree } = await treeWith(files)
  removeDomain(tree, 'labels', true)
  expect(tags(tree)).toEqual(['0000_tables', '0001_labels', '0002_more', '0003_drop_labels'])
  expect(tree.read('packages/db/drizzle/0003_drop_labels.sql')).toBe('DROP TABLE "label" CASCADE;')
  const { prevId, tables } = json(tree, '0003_snapshot.json')
  expect(prevId).toBe('c')
  expect(Object.keys(tables)).toEqual(['public.member', 'public.more'])
})

it.each([
  ['members', '"members" is part of the platform. You can remove: labels.'],
  ['nothing', 'There is no domain "nothing". You can remove: labels.'],
  ['../labels', 'There is no domain "../labels". You can remove: labels.'],
])('refuses %s', async (name, message) => {
  const { tree } = await treeWith(files)
  expect(() => removeDomain(tree, name, false)).toThrow(message)
  expect(tree.changes()).toEqual([])
})
