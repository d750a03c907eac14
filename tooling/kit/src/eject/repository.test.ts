import { root } from '@kit/launcher/paths'
import { beforeAll, expect, it } from 'vitest'
import { lostImports } from '../testing/lost-imports'
import { Tree } from '../tree/tree'
import { eject } from './eject'

let tree: Tree

beforeAll(async () => {
  tree = await Tree.open(root)
  eject(tree)
})

it('every import of our own still leads to a module', () => {
  expect(lostImports(tree)).toEqual([])
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
