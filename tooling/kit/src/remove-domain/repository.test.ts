import { root } from '@kit/launcher/paths'
import { expect, it } from 'vitest'
import { ejectIfDemonstrated } from '../eject/demonstrated'
import { lostImports } from '../testing/lost-imports'
import { Tree } from '../tree/tree'
import { findDomain, isOfDomain, removableDomains } from './domain'
import { removeDomain } from './remove-domain'

it('removes every domain of a product, and every import still resolves', async () => {
  const tree = await Tree.open(root)
  for (const name of removableDomains(tree)) {
    ejectIfDemonstrated(tree, findDomain(tree, name))
    const domain = removeDomain(tree, name, false)
    expect(tree.paths().filter((path) => isOfDomain(domain, path))).toEqual([])
    expect(lostImports(tree)).toEqual([])
  }
})
