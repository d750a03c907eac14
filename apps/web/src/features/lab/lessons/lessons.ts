import { foreignSite } from './defenses/foreign-site'
import { robots } from './defenses/robots'
import type { Lesson } from './lesson'
import { believedIds } from './pitfalls/believed-ids'
import { exportedHelper } from './pitfalls/exported-helper'
import { internalErrors } from './pitfalls/internal-errors'
import { massAssignment } from './pitfalls/mass-assignment'
import { pageOnly } from './pitfalls/page-only'
import { capturedSecret } from './vulnerabilities/captured-secret'
import { noAuthentication } from './vulnerabilities/no-authentication'
import { noMembership } from './vulnerabilities/no-membership'
import { noOwnership } from './vulnerabilities/no-ownership'
import { noPermission } from './vulnerabilities/no-permission'
import { noRateLimit } from './vulnerabilities/no-rate-limit'
import { noRole } from './vulnerabilities/no-role'
import { noValidation } from './vulnerabilities/no-validation'

/** In reading order. Authorization takes four lessons, one for each question it answers. */
export const lessons: readonly Lesson[] = [
  noValidation,
  noAuthentication,
  noOwnership,
  noMembership,
  noRole,
  noPermission,
  noRateLimit,
  capturedSecret,
  massAssignment,
  pageOnly,
  believedIds,
  internalErrors,
  exportedHelper,
  foreignSite,
  robots,
]
