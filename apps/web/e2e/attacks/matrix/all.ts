import { accountRows } from './account'
import { authRows } from './auth'
import { contactRows } from './contact'
import { labRows } from './lab'
import { memberRows } from './members'
import { invitationRows } from './invitations'
import { organizationRows } from './organizations'
import { roleRows } from './roles'
import { taskRows } from './tasks'
import type { NamedRow } from './row'

/** Every endpoint of the app, once. `coverage.spec.ts` holds it against the build's own list. */
export const matrix: readonly NamedRow[] = [
  ...authRows,
  ...accountRows,
  ...organizationRows,
  ...contactRows,
  ...memberRows,
  ...roleRows,
  ...invitationRows,
  ...taskRows,
  ...labRows,
]
