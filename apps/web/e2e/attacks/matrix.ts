import { accountRows } from '@/features/account/attacks'
import { authRows } from '@/features/auth/attacks'
import { contactRows } from '@/features/contact/attacks'
import { labRows } from '@/features/lab/attacks'
import { memberRows } from '@/features/members/attacks'
import { invitationRows } from '@/features/invitations/attacks'
import { organizationRows } from '@/features/organizations/attacks'
import { roleRows } from '@/features/roles/attacks'
import { taskRows } from '@/features/tasks/attacks'
import type { NamedRow } from '@kit/attacks/engine/row'

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
