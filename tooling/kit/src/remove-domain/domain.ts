import { Refusal } from '@kit/server/refusal'
import type { Tree } from '../tree/tree'

export interface Domain {
  /** As in `purchase-orders`: its folders and URLs. */
  name: string
  /** Its tables, as in `purchase_order`. */
  tables: readonly string[]
  /** What those are called in code, as in `purchaseOrder`. Permissions have the same names. */
  resources: readonly string[]
}

/** Sign-in, membership and the audit log are built on these. */
const platform = new Set(['activity', 'invitations', 'members', 'organizations', 'roles'])

const declaration = /^apps\/web\/src\/features\/([^/]+)\/domain\.ts$/

/** @throws Refusal when there is no such domain, or when it cannot be removed */
export function findDomain(tree: Tree, name: string): Domain {
  const domains = tree.paths().flatMap((path) => declaration.exec(path)?.[1] ?? [])
  const removable = domains.filter((each) => !platform.has(each))
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
    `apps/web/src/app/[organization]/${name}/`,
    `apps/web/e2e/${name}/`,
    `packages/db/src/${name}/`,
  ].some((folder) => path.startsWith(folder))
}
