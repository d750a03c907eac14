import { Refusal } from '@kit/server/refusal'
import type { Tree } from '../tree/tree'

export interface Domain {
  /** `purchase-orders`, in folders and URLs. */
  name: string
  /** Its tables, such as `purchase_order`. */
  tables: readonly string[]
  /** Their names in code and permissions, such as `purchaseOrder`. */
  resources: readonly string[]
}

/** Sign-in, membership and the audit log need these. */
const platform = new Set([
  'account',
  'activity',
  'installation',
  'invitations',
  'members',
  'organizations',
  'people',
  'roles',
])

const declaration = /^apps\/web\/src\/features\/([^/]+)\/domain\.ts$/

/** Returns the domains that can be removed. */
export function removableDomains(tree: Tree): string[] {
  const domains = tree.paths().flatMap((path) => declaration.exec(path)?.[1] ?? [])
  return domains.filter((name) => !platform.has(name))
}

/** @throws Refusal when the domain does not exist or can't be removed */
export function findDomain(tree: Tree, name: string): Domain {
  const removable = removableDomains(tree)
  const choice =
    removable.length > 0 ? `You can remove: ${removable.join(', ')}.` : 'No domain can be removed.'
  if (platform.has(name)) throw new Refusal(`"${name}" is part of the platform. ${choice}`)
  if (!removable.includes(name)) throw new Refusal(`There is no domain "${name}". ${choice}`)
  const tables = tree
    .paths()
    .filter((path) => path.startsWith(`packages/db/src/${name}/`) && path.endsWith('.ts'))
    .flatMap((path) => [...tree.read(path).matchAll(/export const (\w+) = tenantTable\(\s*'(\w+)'/g)])
  return {
    name,
    tables: tables.flatMap(([, , table]) => table ?? []),
    resources: tables.flatMap(([, resource]) => resource ?? []),
  }
}

/** Whether a file is in one of the domain's folders. */
export function isOfDomain({ name }: Domain, path: string): boolean {
  return [
    `apps/web/src/features/${name}/`,
    `apps/web/src/app/(signed-in)/[organization]/${name}/`,
    `apps/web/e2e/${name}/`,
    `packages/db/src/${name}/`,
  ].some((folder) => path.startsWith(folder))
}
