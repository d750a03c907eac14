import type { IconName } from '@/components/icon/catalog'

import type { Permissions } from '@kit/auth/permissions/permissions'

/** What the rest of the app knows about a domain. Server only. */
export interface Domain {
  /** By path below the organization: `roles`, `roles/new`, `roles/[id]`. */
  pages?: Readonly<Record<string, PageDeclaration>>
  /** How the activity page shows its rows, by table. A table that isn't listed shows no values. */
  activity?: Readonly<Record<string, Subject>>
  /** What deleting an organization deletes: singular and plural, by table. */
  removed?: Readonly<Record<string, readonly [one: string, several: string]>>
}

export interface PageDeclaration {
  /** `membership` allows every member. */
  needs: Permissions | 'membership'
  /** Navigation entry. Entries follow the order of the domains. */
  nav?: { label: string; icon: IconName }
  /** Replaces that page in the navigation of members who can't open it. */
  fallbackFor?: string
  /** Queries that tests also open. */
  examples?: readonly string[]
}

export interface Subject {
  /** The filter option. */
  label: string
  /** Read after "the". */
  noun: string
  /** Concerns the whole installation, so only super-admins see it and can filter by it. */
  forAdmins?: true
  /** Verbs for an added and a removed row, if not "created" and "deleted". */
  verbs?: readonly [appears: string, goes: string]
  /** The columns that name a row. The first with a value is used. */
  namedBy: readonly string[]
  columns: Readonly<Record<string, Column>>
}

export interface Column {
  /** Replaces the column name. */
  label?: string
  /** Formats a value. Without it, the activity shows that the column changed but no values. */
  show?: (value: unknown) => string | undefined
}

/** Checks the declaration and keeps its literal types. */
export function defineDomain<const Declared extends Domain>(domain: Declared): Declared {
  return domain
}
