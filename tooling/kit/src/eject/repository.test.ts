import { root } from '@kit/launcher/paths'
import { beforeAll, expect, it } from 'vitest'
import { resolver } from '../prune/resolve'
import { parse } from '../prune/syntax'
import { Tree } from '../tree/tree'
import { eject } from './eject'

let tree: Tree
let modules: string[]

beforeAll(async () => {
  tree = await Tree.open(root)
  eject(tree)
  modules = tree.paths().filter((path) => /^(?:apps|packages|proof|tooling)\/.*\.tsx?$/.test(path))
})

it('every import of our own still leads to a module', () => {
  const resolve = resolver(tree)
  const lost = modules
    .filter((path) => !path.includes('/fixtures/'))
    .flatMap((path) =>
      parse(path, tree.read(path)).program.body.flatMap((statement) => {
        if (!('source' in statement) || !statement.source) return []
        const { value } = statement.source
        if (!/^(?:\.|@\/|@kit\/)/.test(value) || value.endsWith('.css')) return []
        return resolve(path, value) === undefined ? [`${path}: ${value}`] : []
      }),
    )
  expect(lost).toEqual([])
})

it('leaves no folder of the showroom and not itself', () => {
  expect(tree.paths().filter((path) => /\/(?:lab|landing|unguarded|control|eject)\//.test(path))).toEqual([
    ...tree.paths().filter((path) => path.startsWith('proof/action-audit/fixtures/unguarded/')),
  ])
})
