import { root } from '@kit/launcher/paths'
import { expect, it } from 'vitest'
import { ejectIfDemonstrated } from '../eject/demonstrated'
import { lostImports } from '../testing/lost-imports'
import { Tree } from '../tree/tree'
import { type Domain, findDomain, isOfDomain, removableDomains } from './domain'
import { leftovers } from './leftovers'
import { removeDomain } from './remove-domain'

/** Lines of browser tests and attacks that stay when the domain is removed, and would fail then. */
const needed = (tree: Tree, domain: Domain) =>
  leftovers(tree, domain).filter((line) => {
    const [path = ''] = line.trim().split(':', 1)
    return /\.(?:flow|spec)\.ts$/.test(path) && !isOfDomain(domain, path)
  })

it('removes every domain of a product; no import and no test that stays behind needs it', async () => {
  const tree = await Tree.open(root)
  for (const name of removableDomains(tree)) {
    const found = findDomain(tree, name)
    ejectIfDemonstrated(tree, found)
    expect(needed(tree, found)).toEqual([])
    const domain = removeDomain(tree, name, false)
    expect(tree.paths().filter((path) => isOfDomain(domain, path))).toEqual([])
    expect(lostImports(tree)).toEqual([])
  }
})
