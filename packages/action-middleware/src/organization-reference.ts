import { z } from 'zod'

import { organizationBounds, organizationSlugPattern } from '@kit/db/organization-values'

/** The organization as calls name it: its slug, as in the URL. */
export const organizationSlugSchema = z
  .string()
  .min(organizationBounds.slugMinLength)
  .max(organizationBounds.slugMaxLength)
  .regex(organizationSlugPattern, 'Use lower-case letters, digits and single hyphens.')

/**
 * The organization that a call names in its `organization` field, read from the raw input because the membership has
 * to stand before roles are asked for. Only an own field of a plain object or form counts.
 * @returns undefined when none is named, or not by a well-formed slug
 */
export function organizationNamedIn(clientInput: unknown): string | undefined {
  const parsed = organizationSlugSchema.safeParse(organizationField(clientInput))
  return parsed.success ? parsed.data : undefined
}

function organizationField(clientInput: unknown): unknown {
  if (clientInput instanceof FormData) {
    const values = clientInput.getAll('organization')
    return values.length === 1 ? values[0] : undefined
  }
  if (typeof clientInput !== 'object' || clientInput === null) return undefined
  return Object.getOwnPropertyDescriptor(clientInput, 'organization')?.value
}
