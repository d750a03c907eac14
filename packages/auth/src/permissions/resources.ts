/** The roles that every organization has, highest first. */
export const roles = ['owner', 'admin', 'editor', 'viewer'] as const
export type Role = (typeof roles)[number]

export interface Grant {
  /** What it allows, to be read after "may" or "the permission to". */
  label: string
  /** The lowest standard role that holds it. Those above hold it as well. */
  from: Role
  /** Below an admin it reaches only the rows that the member created or is assigned: see `canModifyOwn`. */
  own?: true
  /** No custom role can hold it. */
  standardOnly?: true
}

interface ResourceEntry {
  /** What its permissions are about, as a heading. */
  heading: string
  verbs: Readonly<Record<string, Grant>>
}

/** Everything that can be allowed. Roles, labels and forms derive from it: a new domain adds one entry, here. */
export const resources = {
  organization: {
    heading: 'Organization',
    verbs: {
      update: { label: 'change the organization', from: 'admin' },
      delete: { label: 'delete the organization', from: 'owner' },
      // Who does it becomes an admin by it, and no role below an admin's may raise its holder.
      transfer: { label: 'transfer ownership', from: 'owner', standardOnly: true },
    },
  },
  member: {
    heading: 'Members',
    verbs: {
      read: { label: 'see members and roles', from: 'viewer' },
      create: { label: 'add members', from: 'admin' },
      update: { label: 'change the roles of members', from: 'admin' },
      delete: { label: 'remove members', from: 'admin' },
    },
  },
  invitation: {
    heading: 'Invitations',
    verbs: {
      create: { label: 'invite people', from: 'admin' },
      cancel: { label: 'cancel invitations', from: 'admin' },
    },
  },
  role: {
    heading: 'Roles',
    verbs: {
      create: { label: 'create roles', from: 'admin' },
      update: { label: 'change roles', from: 'admin' },
      delete: { label: 'delete roles', from: 'admin' },
    },
  },
  task: {
    heading: 'Tasks',
    verbs: {
      read: { label: 'see tasks', from: 'viewer' },
      create: { label: 'create tasks', from: 'editor' },
      update: { label: 'change tasks', from: 'editor', own: true },
      delete: { label: 'delete tasks', from: 'editor', own: true },
    },
  },
  audit: {
    heading: 'Activity',
    verbs: { read: { label: 'see the activity', from: 'admin' } },
  },
} as const satisfies Readonly<Record<string, ResourceEntry>>

export type Resource = keyof typeof resources
export type Verb<R extends Resource = Resource> = R extends Resource
  ? keyof (typeof resources)[R]['verbs'] & string
  : never
export type Permissions = { readonly [R in Resource]?: readonly Verb<R>[] }
