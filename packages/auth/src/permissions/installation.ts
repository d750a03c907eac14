/** Permissions for the installation: every verb, and the roles that have it. */
const grants = {
  person: {
    read: ['super-admin', 'support'],
    decide: ['super-admin'],
    /** See the site as a person, read-only. */
    impersonate: ['super-admin', 'support'],
    /** Make changes as a person. */
    actAs: ['super-admin'],
  },
  organization: { read: ['super-admin', 'support'], decide: ['super-admin'] },
  installation: { change: ['super-admin'] },
  activity: { read: ['super-admin', 'support'] },
} as const satisfies Record<string, Record<string, readonly InstallationRole[]>>

/** The roles outside organizations, highest first. Everyone else is a `user`. */
export const installationRoles = ['super-admin', 'support'] as const

export type InstallationRole = (typeof installationRoles)[number]

/** `person.read`, `person.decide` and so on. */
export type InstallationPermission = {
  [Resource in keyof typeof grants]: `${Resource}.${keyof (typeof grants)[Resource] & string}`
}[keyof typeof grants]

const holders: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(grants).flatMap(([resource, verbs]) =>
    Object.entries(verbs).map(([verb, roles]) => [`${resource}.${verb}`, roles] as const),
  ),
)

/** The roles that have a permission. */
export const rolesWith = (permission: InstallationPermission): readonly string[] =>
  holders.get(permission) ?? []

/** Returns a user's role from its stored value. Better Auth allows a list of roles there, so only an exact match counts. */
export function installationRoleOf(stored: unknown): InstallationRole | 'user' {
  return installationRoles.find((role) => role === stored) ?? 'user'
}

/** Whether the role has a permission. An unknown role or permission is refused. */
export function hasInstallationPermission(role: string, permission: InstallationPermission): boolean {
  return holders.get(permission)?.includes(role) ?? false
}
