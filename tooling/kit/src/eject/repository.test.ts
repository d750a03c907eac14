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

it('every import of our own still resolves', () => {
  expect(lostImports(tree)).toEqual([])
})

it('removes the showroom’s folders and itself', () => {
  const left = tree
    .paths()
    .filter(
      (path) =>
        /\/(?:lab|landing|unguarded|control|eject)\//.test(path) &&
        !path.startsWith('proof/action-audit/fixtures/'),
    )
  expect(left).toEqual([])
})

it('leaves no URL of the lab and no word about the showroom', () => {
  const left = tree
    .paths()
    .filter((path) => path.startsWith('apps/web/') || path.endsWith('.md'))
    .filter((path) => path !== 'CHANGELOG.md')
    .filter((path) => /['"`]\/lab\b|\b(?:lab|showroom|control group)\b/i.test(tree.readText(path) ?? ''))
  expect(left).toEqual([])
})

it('removes the scenarios that eject', () => {
  expect(tree.read('tooling/kit/src/scenarios/scenarios.ts')).not.toContain('eject')
})
