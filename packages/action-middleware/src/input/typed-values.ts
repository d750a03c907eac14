import { flattenValidationErrors, type ValidationErrors } from 'next-safe-action'

import { SUBMISSION_FIELD } from './submission-field'
import type { ActionMetadata } from '../clients/metadata'

export type TypedValues = Record<string, string>

const LONGEST_ECHO = 10_000

/**
 * Returns the fields of a failed form that its metadata echoes: an allow-list, so passwords and tokens stay out. The submission
 * key is included, so sending the form again still counts as the same submission.
 */
export function typedValues(
  clientInput: unknown,
  metadata: ActionMetadata | undefined,
): TypedValues | undefined {
  if (!(clientInput instanceof FormData) || !metadata?.echo) return undefined
  const values: TypedValues = {}
  for (const name of [...metadata.echo, SUBMISSION_FIELD]) {
    const given = clientInput.getAll(name)
    // A list is echoed as one comma-separated text.
    const value = name.endsWith('[]') ? given.filter(isText).join(',') : given[0]
    if (isText(value) && value.length <= LONGEST_ECHO) values[name] = value
  }
  return values
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

/** Second argument of `inputSchema` for a form's action: errors by field, with the typed values. */
export const formErrors = {
  // oxlint-disable-next-line typescript/no-explicit-any -- next-safe-action's own constraint of the error type
  handleValidationErrorsShape: async <Errors extends ValidationErrors<any>>(
    errors: Errors,
    call: { clientInput: unknown; metadata: ActionMetadata },
  ) => {
    const values = typedValues(call.clientInput, call.metadata)
    return { ...flattenValidationErrors(errors), ...(values && { values }) }
  },
}
