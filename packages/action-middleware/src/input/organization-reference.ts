import { z } from 'zod'

import { organizationBounds, organizationSlugPattern } from '@kit/db/organizations/values'

import { inputField } from './input-field'

/** The organization as calls name it: its slug, as in the URL. */
export const organizationSlugSchema = z
  .string()
  .min(organizationBounds.slugMinLength)
  .max(organizationBounds.slugMaxLength)
  .regex(organizationSlugPattern, 'Use lower-case letters, digits and single hyphens.')

/**
 * The organization that a call names in its `organization` field, read from the raw input because the membership has
 * to stand before roles are asked for.
 * @returns undefined when none is named, or not by a well-formed slug
 */
export function organizationNamedIn(clientInput: unknown): string | undefined {
  const parsed = organizationSlugSchema.safeParse(inputField(clientInput, 'organization'))
  return parsed.success ? parsed.data : undefined
}
