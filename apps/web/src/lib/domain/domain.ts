import type { LucideIcon } from 'lucide-react'

import type { Permissions } from '@kit/auth/permissions/permissions'

/** What the rest of the app needs to know of a domain. For the server: nothing of it belongs into the browser's code. */
export interface Domain {
  /** By their address below the organization: `roles`, `roles/new`, `roles/[id]`. */
  pages?: Readonly<Record<string, PageDeclaration>>
  /** How the activity page shows its rows, by table. A table that isn't listed shows no values. */
  activity?: Readonly<Record<string, Subject>>
  /** What goes with a deleted organization: singular and plural, by table. */
  removed?: Readonly<Record<string, readonly [one: string, several: string]>>
}

export interface PageDeclaration {
  /** `membership` where every member may come, if only to leave. */
  needs: Permissions | 'membership'
  /** Its entry in the navigation, which lists pages in the order of their domains. */
  nav?: { label: string; icon: LucideIcon }
  /** In the navigation of members who can't open that page, this one takes its place. */
  standsInFor?: string
  /** Queries in which tests look at the page too. */
  examples?: readonly string[]
}

export interface Subject {
  /** As a choice of the filter. */
  label: string
  /** Read after "the". */
  noun: string
  /** What is said of a row that appears and of one that goes, where it is not "created" and "deleted". */
  verbs?: readonly [appears: string, goes: string]
  /** The columns that say what a row is called; the first that has a value counts. */
  namedBy: readonly string[]
  columns: Readonly<Record<string, Column>>
}

export interface Column {
  /** Where the column's own name does not do. */
  label?: string
  /** Puts a value into words. Without it, the activity tells that the column changed and no value. */
  show?: (value: unknown) => string | undefined
}

/** Checks a declaration and keeps the names in it for the types that derive from it. */
export function defineDomain<const Declared extends Domain>(domain: Declared): Declared {
  return domain
}
