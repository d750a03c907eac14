import type { Person } from '../app/people'
import type { Arena } from './arena'

/** A guarded page. */
export interface Page {
  name: string
  path: (arena: Arena) => string
  /** A person who may read it. */
  reader: Person
  /** Text that they see on it. */
  shows: (arena: Arena) => string
  /** Its reader may see every name and email of the installation. */
  ofEverybody?: true
  /** The status for a signed-in person without access. */
  stranger: number
}
