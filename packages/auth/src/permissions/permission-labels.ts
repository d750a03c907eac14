import { type Grant, type Permissions, type Resource, resources } from './resources'

export interface PermissionEntry {
  /** `member.delete`, as forms name it. */
  name: string
  resource: Resource
  label: string
  /** Below an admin it reaches only the member's own rows. */
  own: boolean
  permission: Permissions
}

/** What the permissions of a resource are about, as a heading. */
export const resourceLabels: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(resources).map(([resource, { heading }]) => [resource, heading]),
)

/** Every permission there is, in the order of the table. */
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

/** Lists permissions one by one. */
export function entriesOf(permissions: Permissions): PermissionEntry[] {
  const names = new Set(
    Object.entries(permissions).flatMap(([resource, verbs = []]) =>
      verbs.map((verb) => `${resource}.${verb}`),
    ),
  )
  return permissionEntries.filter(({ name }) => names.has(name))
}

const ownResources = new Set(permissionEntries.filter(({ own }) => own).map(({ resource }) => resource))

/** The rows of which members below an admin may change only their own, as a list of their headings. Empty if there are none. */
export const ownRowsLabel = new Intl.ListFormat('en').format(
  [...ownResources].map((resource) => resources[resource].heading.toLowerCase()),
)
