import { root } from '@kit/launcher/paths'
import { expect, it } from 'vitest'
import { ejectIfDemonstrated } from '../eject/demonstrated'
import { lostImports } from '../testing/lost-imports'
import { Tree } from '../tree/tree'
import { type Domain, findDomain, isOfDomain, removableDomains } from './domain'
import { leftovers } from './leftovers'
import { removeDomain } from './remove-domain'

/** Lines of tests that stay when the domain is removed: some would lose what they test, others would fail. */
const mentions = (tree: Tree, domain: Domain) =>
  leftovers(tree, domain).filter((line) => {
    const [path = ''] = line.trim().split(':', 1)
    return /\.(?:test|spec|flow)\.ts$/.test(path) && !isOfDomain(domain, path)
  })

it('removes every domain of a product; no import needs it, and no test that stays mentions the example', async () => {
  const tree = await Tree.open(root)
  for (const name of removableDomains(tree)) {
    const found = findDomain(tree, name)
    // The example that most teams remove. How their own domains are tested is up to them.
    const isExample = ejectIfDemonstrated(tree, found)
    expect(isExample ? mentions(tree, found) : []).toEqual([])
    const domain = removeDomain(tree, name, false)
    expect(tree.paths().filter((path) => isOfDomain(domain, path))).toEqual([])
    expect(lostImports(tree)).toEqual([])
  }
})
