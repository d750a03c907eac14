/** The built-in roles, highest first. */
export const roles = ['owner', 'admin', 'editor', 'viewer'] as const
export type Role = (typeof roles)[number]

export interface Grant {
  /** Completes "may …" and "permission to …". */
  label: string
  /** The lowest built-in role that has it. Higher roles have it too. */
  from: Role
  /** Below admin, covers only rows that the member created or is assigned (`canModifyOwn`). */
  own?: true
  /** No custom role can have it. */
  standardOnly?: true
}

interface ResourceEntry {
  /** The heading above its permissions. */
  heading: string
  verbs: Readonly<Record<string, Grant>>
}

/** Every permission. Roles, labels and forms derive from this table; a new domain adds one entry. */
export const resources = {
  organization: {
    heading: 'Organization',
    verbs: {
      update: { label: 'change the organization', from: 'admin' },
      delete: { label: 'delete the organization', from: 'owner' },
      // The former owner becomes an admin, and a custom role must not raise its member.
      transfer: { label: 'transfer ownership', from: 'owner', standardOnly: true },
      requireTwoFactor: { label: 'require two-factor authentication', from: 'owner', standardOnly: true },
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
