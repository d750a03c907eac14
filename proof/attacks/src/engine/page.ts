import type { Person } from '../app/people'
import type { Arena } from './arena'

/** A page that is guarded. */
export interface Page {
  name: string
  path: (arena: Arena) => string
  /** Who may read it. */
  reader: Person
  /** What they see on it. */
  shows: (arena: Arena) => string
  /** Its reader may know every name and email address of the installation. */
  ofEverybody?: true
  /** The status for a person who is signed in and has no business there. */
  stranger: number
}
