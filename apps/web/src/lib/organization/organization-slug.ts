import { organizationSlugSchema } from '@kit/action-middleware/input/organization-reference'

/** The app's own first path segments. An organization with such a slug couldn't be reached. */
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
  'This URL is reserved. Choose another one.',
)
