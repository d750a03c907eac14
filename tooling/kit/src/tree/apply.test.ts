import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { treeWith } from '../testing/tree-with'
import { apply } from './apply'

const files = { 'a.txt': 'a', 'folder/b.txt': 'b', 'c.txt': 'c' }

async function changed() {
  const { root, tree } = await treeWith(files)
  tree.write('a.txt', 'A')
  tree.move('folder/b.txt', 'other/b.txt')
  tree.remove('c.txt')
  tree.write('new/d.txt', 'd')
  const read = (path: string) =>
    existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : undefined
  return { root, changes: tree.changes(), read }
}

it('makes every change', async () => {
  const { root, changes, read } = await changed()
  expect(changes.map(({ kind, path }) => `${kind} ${path}`)).toEqual([
    'edit a.txt',
    'delete c.txt',
    'rename folder/b.txt',
    'create new/d.txt',
  ])
  await apply(root, changes, async () => {})
  expect(['a.txt', 'other/b.txt', 'new/d.txt', 'c.txt', 'folder'].map(read)).toEqual([
    'A',
    'b',
    'd',
    undefined,
    undefined,
  ])
})

it('makes none when `finish` fails', async () => {
  const { root, changes, read } = await changed()
  await expect(apply(root, changes, () => Promise.reject(new Error('no formatter')))).rejects.toThrow(
    'no formatter',
  )
  for (const [path, content] of Object.entries(files)) expect(read(path)).toBe(content)
  expect(['other/b.txt', 'new/d.txt'].map(read)).toEqual([undefined, undefined])
})
