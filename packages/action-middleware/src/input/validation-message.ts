import type { z } from 'zod'

/** What to do about an issue whose schema has no message. Zod's own repeat key names that the caller chose. */
export function validationMessage(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === 'unrecognized_keys') return 'Unexpected field.'
  if (issue.code === 'too_big' && issue.origin === 'string')
    return `Use ${String(issue.maximum)} characters or fewer.`
  if (issue.code === 'too_small' && issue.origin === 'string')
    return `Use ${String(issue.minimum)} characters or more.`
  return undefined
}
