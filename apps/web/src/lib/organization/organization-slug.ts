import { organizationSlugSchema } from '@kit/action-middleware/input/organization-reference'

/** The app's own first path segments, and the pages Next answers itself. No organization could be reached there. */
const reservedSlugs = new Set([
  '404',
  '500',
  'account',
  'admin',
  'api',
  'check-email',
  'contact',
  'forgot-password',
  'healthz',
  'index',
  'invitations',
  'lab',
  'not-me',
  'organizations',
  'readyz',
  'report-email',
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
