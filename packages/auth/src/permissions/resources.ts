/** The roles that every organization has, highest first. */
export const roles = ['owner', 'admin', 'editor', 'viewer'] as const
export type Role = (typeof roles)[number]

export interface Grant {
  /** What it allows, to be read after "may" or "the permission to". */
  words: string
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

/** Everything that can be allowed. Roles, words and forms derive from it: a new domain adds one entry, here. */
export const resources = {
  organization: {
    heading: 'Organization',
    verbs: {
      update: { words: 'change the organization', from: 'admin' },
      delete: { words: 'delete the organization', from: 'owner' },
      // Who does it becomes an admin by it, and no role below an admin's may raise its holder.
      transfer: { words: 'hand the organization over', from: 'owner', standardOnly: true },
    },
  },
  member: {
    heading: 'Members',
    verbs: {
      read: { words: 'see members and roles', from: 'viewer' },
      create: { words: 'add members', from: 'admin' },
      update: { words: 'change the roles of members', from: 'admin' },
      delete: { words: 'remove members', from: 'admin' },
    },
  },
  invitation: {
    heading: 'Invitations',
    verbs: {
      create: { words: 'invite people', from: 'admin' },
      cancel: { words: 'cancel invitations', from: 'admin' },
    },
  },
  role: {
    heading: 'Roles',
    verbs: {
      create: { words: 'make roles', from: 'admin' },
      update: { words: 'change roles', from: 'admin' },
      delete: { words: 'delete roles', from: 'admin' },
    },
  },
  task: {
    heading: 'Tasks',
    verbs: {
      read: { words: 'see tasks', from: 'viewer' },
      create: { words: 'create tasks', from: 'editor' },
      update: { words: 'change tasks', from: 'editor', own: true },
      delete: { words: 'delete tasks', from: 'editor', own: true },
    },
  },
  audit: {
    heading: 'Activity',
    verbs: { read: { words: 'see the activity', from: 'admin' } },
  },
} as const satisfies Readonly<Record<string, ResourceEntry>>

export type Resource = keyof typeof resources
export type Verb<R extends Resource = Resource> = R extends Resource
  ? keyof (typeof resources)[R]['verbs'] & string
  : never
export type Permissions = { readonly [R in Resource]?: readonly Verb<R>[] }
