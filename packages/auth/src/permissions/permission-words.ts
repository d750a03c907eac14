import { type Grant, type Permissions, type Resource, resources } from './resources'

export interface PermissionEntry {
  /** `member.delete`, as forms name it. */
  name: string
  resource: Resource
  words: string
  /** Below an admin it reaches only the member's own rows. */
  own: boolean
  permission: Permissions
}

/** What the permissions of a resource are about, as a heading. */
export const resourceWords: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(resources).map(([resource, { heading }]) => [resource, heading]),
)

/** Every permission there is, in the order of the table. */
export const permissionEntries: readonly PermissionEntry[] = Object.keys(resources)
  .filter((name): name is Resource => Object.hasOwn(resources, name))
  .flatMap((resource) =>
    Object.entries<Grant>(resources[resource].verbs).map(([verb, { words, own = false }]) => ({
      name: `${resource}.${verb}`,
      resource,
      words,
      own,
      permission: { [resource]: [verb] },
    })),
  )

/** Some permissions, one by one. */
export function entriesOf(permissions: Permissions): PermissionEntry[] {
  const names = new Set(
    Object.entries(permissions).flatMap(([resource, verbs = []]) =>
      verbs.map((verb) => `${resource}.${verb}`),
    ),
  )
  return permissionEntries.filter(({ name }) => names.has(name))
}

const ownResources = new Set(permissionEntries.filter(({ own }) => own).map(({ resource }) => resource))

/** The rows of which members below an admin reach their own only, as a list in words; empty where there are none. */
export const ownRowsWords = new Intl.ListFormat('en').format(
  [...ownResources].map((resource) => resources[resource].heading.toLowerCase()),
)
