import { organizationSlugSchema } from '@kit/action-middleware/input/organization-reference'

/** The first segments of the app's own addresses: an organization of that name could not be reached. */
const reservedSlugs = new Set([
  'account',
  'admin',
  'api',
  'contact',
  'forgot-password',
  'healthz',
  'invitations',
  'lab',
  'organizations',
  'readyz',
  'reset-password',
  'sign-in',
  'sign-out',
  'sign-up',
  'verify-email',
])

export const newOrganizationSlugSchema = organizationSlugSchema.refine(
  (slug) => !reservedSlugs.has(slug),
  'This address is reserved.',
)
