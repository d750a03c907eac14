import { type Permissions, type Resource, statements, type Verb } from './permissions'

/** What each permission allows, to be read after "may" or "the permission to". One missing does not compile. */
export const permissionLabels: { readonly [R in Resource]: Readonly<Record<Verb<R>, string>> } = {
  organization: {
    update: 'change the organization',
    delete: 'delete the organization',
    transfer: 'hand the organization over',
  },
  member: {
    read: 'see members and roles',
    create: 'add members',
    update: 'change the roles of members',
    delete: 'remove members',
  },
  invitation: { create: 'invite people', cancel: 'cancel invitations' },
  role: { create: 'make roles', update: 'change roles', delete: 'delete roles' },
  task: { read: 'see tasks', create: 'create tasks', update: 'change tasks', delete: 'delete tasks' },
  audit: { read: 'see the activity' },
}

/** What the permissions of a resource are about, as a heading. */
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
  /** `task.delete`, as forms name it. */
  name: string
  resource: Resource
  label: string
  permission: Permissions
}

/** Every permission there is, in the order of the table. */
export const permissionEntries: readonly PermissionEntry[] = entriesOf(statements)

/** Some permissions, one by one. */
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
