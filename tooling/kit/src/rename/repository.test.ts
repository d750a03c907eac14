import { root } from '@kit/launcher/paths'
import { beforeAll, expect, it } from 'vitest'
import { Tree } from '../tree/tree'
import { bareIdentifiers } from './bare-identifiers'
import { keepsOldName } from './keeps-old-name'
import { namesOf, type Product } from './names'
import { productOf } from './product'
import { rename } from './rename'
import { renamer } from './renamer'

const other: Product = { name: ['Zzyx', 'Qwv'].join(' '), slug: ['zzyx', 'qwv'].join('-') }
let product: Product
let files: { path: string; text: string }[]

beforeAll(async () => {
  const tree = await Tree.open(root)
  product = productOf(tree)
  files = tree.paths().flatMap((path) => {
    const text = keepsOldName(path) ? undefined : tree.readText(path)
    return text === undefined ? [] : [{ path, text }]
  })
})

const mentions = (text: string, { name, slug }: Product) => {
  const words = [name.replaceAll(' ', String.raw`\s*`), slug.replaceAll('-', '[-_ ]?')]
  return new RegExp(words.join('|'), 'i').test(text)
}

it('a rename leaves the old name nowhere', () => {
  const change = renamer(product, other)
  const left = files.filter(
    ({ path, text }) => mentions(change(path), product) || mentions(change(text), product),
  )
  expect(left.map(({ path }) => path)).toEqual([])
})

it('a rename and its reverse change nothing', () => {
  const there = renamer(product, other)
  const back = renamer(other, product)
  const changed = files.filter(({ text }) => back(there(text)) !== text)
  expect(changed.map(({ path }) => path)).toEqual([])
})

it('no identifier is exactly the name, which may have a dash', () => {
  const names = namesOf(product)
  const found = files
    .filter(({ path, text }) => /\.tsx?$/.test(path) && mentions(text, product))
    .flatMap(({ path, text }) => bareIdentifiers(path, text, names).map((name) => `${path}: ${name}`))
  expect(found).toEqual([])
})

it('lists its changes', async () => {
  const tree = await Tree.open(root)
  rename(tree, other)
  const changed = tree.changes().map(({ path }) => path)
  expect(changed).toContain('package.json')
  expect(changed).not.toContain('LICENSE')
  expect(productOf(tree)).toEqual(other)
})
