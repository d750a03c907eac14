import { root } from '@kit/launcher/paths'
import { beforeAll, expect, it } from 'vitest'
import { resolver } from '../prune/resolve'
import { specifiersIn } from '../prune/specifiers'
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
      specifiersIn(path, tree.read(path))
        .filter((each) => /^(?:\.|@\/|@kit\/)/.test(each) && !each.endsWith('.css'))
        .filter((each) => resolve(path, each) === undefined)
        .map((each) => `${path}: ${each}`),
    )
  expect(lost).toEqual([])
})

it('leaves no folder of the showroom and not itself', () => {
  const left = tree
    .paths()
    .filter(
      (path) => /\/(?:lab|landing|unguarded|control|eject)\//.test(path) && !path.includes('/fixtures/'),
    )
  expect(left).toEqual([])
})

it('leaves no scenario that ejects', () => {
  expect(tree.read('tooling/kit/src/scenarios/scenarios.ts')).not.toContain('eject')
})
