import { expect, it } from 'vitest'
import { treeWith } from '../testing/tree-with'
import { rename } from './rename'

const files = {
  'package.json': '{ "name": "thistle", "productName": "Thistle" }\n',
  LICENSE: 'Copyright Thistle contributors\n',
  'src/thistle-logo.tsx': 'export const title = "Thistle"\n',
  'src/other.ts': 'export const tree = "Oak"\n',
}

const to = { name: 'Corn Crake', slug: 'corn-crake' }

it('changes texts, paths and the product’s name, but not the license', async () => {
  const { tree } = await treeWith(files)
  rename(tree, to)
  expect(tree.changes()).toEqual([
    {
      kind: 'edit',
      path: 'package.json',
      content: '{ "name": "corn-crake", "productName": "Corn Crake" }\n',
    },
    {
      kind: 'rename',
      path: 'src/thistle-logo.tsx',
      to: 'src/corn-crake-logo.tsx',
      content: 'export const title = "Corn Crake"\n',
    },
  ])
})

it('changes nothing the second time', async () => {
  const { tree } = await treeWith(files)
  rename(tree, { name: 'Thistle', slug: 'thistle' })
  expect(tree.changes()).toEqual([])
})

it.each([
  ['thistle!', 'thistle', /^"thistle!" cannot be a product name/],
  ['corn crake', 'corn-crake', /^"corn crake" cannot be a product name/],
  ['Corn Crake', 'Corn-Crake', /^"Corn-Crake" cannot be a short name/],
  ['Corn Crake', 'corn--crake', /^"corn--crake" cannot be a short name/],
  ['Corn Crake', '2corn', /^"2corn" cannot be a short name/],
  ['Corn Crake', 'c'.repeat(25), /cannot be a short name/],
  ['Oak', 'oak', /^"Oak" is already used in src\/other.ts/],
])('refuses "%s" %s', async (name, slug, message) => {
  const { tree } = await treeWith(files)
  expect(() => rename(tree, { name, slug })).toThrow(message)
})
