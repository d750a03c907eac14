import { importers, removeOrphans } from '../prune/orphans'
import { isLostTarget, pruneJson } from '../prune/prune-json'
import { pruneTree } from '../prune/prune-tree'
import type { Tree } from '../tree/tree'
import { pruneDocuments } from './documents'
import { findDomain, isOfDomain, type Domain } from './domain'
import { dropTables, forgetTables } from './migrations'
import { termsOf } from './terms'

/** `new-domain` adds it for the first domain with an amount. Other shared modules stay for future domains. */
const money = 'apps/web/src/lib/money.ts'

/** These have their own examples, independent of the product's domains. */
const isIgnored = (path: string) => /^(?:tooling\/kit|proof\/action-audit)\//.test(path)

/**
 * Removes a domain and everything that uses it from the tree. Returns the domain.
 * @param keepMigrations whether a new migration drops its tables, instead of rewriting the migrations
 * @throws Refusal when it can't be removed
 */
export function removeDomain(tree: Tree, name: string, keepMigrations: boolean): Domain {
  const domain = findDomain(tree, name)
  const before = importers(tree, money)
  if (keepMigrations) dropTables(tree, domain)
  else forgetTables(tree, domain)
  pruneDocuments(tree, domain)
  pruneTree(tree, {
    declarations: [],
    isRemoved: (path) => isOfDomain(domain, path),
    isTerm: termsOf(domain),
    isIgnored,
  })
  removeOrphans(tree, money, before)
  for (const path of tree.paths()) {
    if (!path.endsWith('package.json')) continue
    tree.write(
      path,
      pruneJson(path, tree.read(path), (text) => isLostTarget(tree, path, text)),
    )
  }
  return domain
}
