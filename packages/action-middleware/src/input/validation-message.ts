import type { z } from 'zod'

/** Returns a message for an issue whose schema has none. Zod's own messages would repeat key names that the caller chose. */
export function validationMessage(issue: z.core.$ZodRawIssue): string {
  if (issue.code === 'unrecognized_keys') return 'Unexpected field.'
  if (issue.code === 'too_big' && issue.origin === 'string')
    return `Use ${String(issue.maximum)} characters or fewer.`
  if (issue.code === 'too_small' && issue.origin === 'string')
    return `Use ${String(issue.minimum)} characters or more.`
  if (issue.code === 'too_big' && issue.origin === 'array') return `Choose ${String(issue.maximum)} or fewer.`
  if (issue.code === 'too_small' && issue.origin === 'array')
    return `Choose at least ${String(issue.minimum)}.`
  if (issue.code === 'invalid_type' && issue.input === undefined) return 'Fill out this field.'
  // Only a changed or outdated form sends any other value.
  return 'This value is not valid. Reload the page and try again.'
}
