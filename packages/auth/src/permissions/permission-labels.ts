import { type Permissions, type Resource, statements, type Verb } from './permissions'

/** Completes "You don't have permission to …". A missing label does not compile. */
export const permissionLabels: { readonly [R in Resource]: Readonly<Record<Verb<R>, string>> } = {
  organization: {
    update: 'change the organization',
    delete: 'delete the organization',
    transfer: 'transfer ownership',
  },
  member: {
    read: 'see members and roles',
    create: 'add members',
    update: 'change the roles of members',
    delete: 'remove members',
  },
  invitation: { create: 'invite people', cancel: 'cancel invitations' },
  role: { create: 'create roles', update: 'change roles', delete: 'delete roles' },
  task: { read: 'see tasks', create: 'create tasks', update: 'change tasks', delete: 'delete tasks' },
  audit: { read: 'see the activity' },
}

/** The heading of each resource's permissions. */
export const resourceLabels: Readonly<Record<Resource, string>> = {
  organization: 'Organization',
  member: 'Members',
  invitation: 'Invitations',
  role: 'Roles',
  task: 'Tasks',
  audit: 'Activity',
}

const resources = Object.keys(statements).filter((name): name is Resource =>
  Object.hasOwn(permissionLabels, name),
)

export interface PermissionEntry {
  /** `<resource>.<verb>`, as forms send it. */
  name: string
  resource: Resource
  label: string
  permission: Permissions
}

/** Every permission, in the order of the table. */
export const permissionEntries: readonly PermissionEntry[] = entriesOf(statements)

/** Lists permissions one by one. */
export function entriesOf(permissions: Permissions): PermissionEntry[] {
  return resources.flatMap((resource) => {
    const labels = new Map<string, string>(Object.entries(permissionLabels[resource]))
    return (permissions[resource] ?? []).map((verb) => ({
      name: `${resource}.${verb}`,
      resource,
      label: labels.get(verb) ?? verb,
      permission: { [resource]: [verb] },
    }))
  })
}
