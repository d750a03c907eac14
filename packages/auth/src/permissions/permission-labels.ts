import { type Grant, type Permissions, type Resource, resources } from './resources'

export interface PermissionEntry {
  /** For forms: `member.delete`. */
  name: string
  resource: Resource
  label: string
  /** Below admin, covers only the member's own rows. */
  own: boolean
  permission: Permissions
}

/** The heading above each resource's permissions. */
export const resourceLabels: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(resources).map(([resource, { heading }]) => [resource, heading]),
)

/** Every permission, in the order of the table. */
export const permissionEntries: readonly PermissionEntry[] = Object.keys(resources)
  .filter((name): name is Resource => Object.hasOwn(resources, name))
  .flatMap((resource) =>
    Object.entries<Grant>(resources[resource].verbs).map(([verb, { label, own = false }]) => ({
      name: `${resource}.${verb}`,
      resource,
      label,
      own,
      permission: { [resource]: [verb] },
    })),
  )

/** Returns one entry per permission. */
export function entriesOf(permissions: Permissions): PermissionEntry[] {
  const names = new Set(
    Object.entries(permissions).flatMap(([resource, verbs = []]) =>
      verbs.map((verb) => `${resource}.${verb}`),
    ),
  )
  return permissionEntries.filter(({ name }) => names.has(name))
}

const ownResources = new Set(permissionEntries.filter(({ own }) => own).map(({ resource }) => resource))

/** The headings of the resources where members below admin may change only their own rows, as a list. May be empty. */
export const ownRowsLabel = new Intl.ListFormat('en').format(
  [...ownResources].map((resource) => resources[resource].heading.toLowerCase()),
)
