import { z } from 'zod'

import { organizationBounds, organizationSlugPattern } from '@kit/db/organizations/values'

import { inputField } from './input-field'

/** An organization's slug, as in the URL. */
export const organizationSlugSchema = z
  .string()
  .min(organizationBounds.slugMinLength)
  .max(organizationBounds.slugMaxLength)
  .regex(organizationSlugPattern, 'Use lowercase letters, numbers, and single hyphens.')

/**
 * Returns the slug in the `organization` field of the raw input, because membership is checked before validation.
 * @returns undefined when it is missing or malformed
 */
export function organizationNamedIn(clientInput: unknown): string | undefined {
  const parsed = organizationSlugSchema.safeParse(inputField(clientInput, 'organization'))
  return parsed.success ? parsed.data : undefined
}
