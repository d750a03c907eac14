import 'server-only'
import { createSafeActionClient } from 'next-safe-action'
import { z } from 'zod'

import { errorReply } from '../errors/error-reply'
import { actionMetadataSchema } from './metadata'

// Zod names unknown keys in its message, and the caller chose those names; a reply repeats nothing it was not asked for.
z.config({ customError: (issue) => (issue.code === 'unrecognized_keys' ? 'Unexpected field.' : undefined) })

/** The root of every client: metadata is demanded, errors become replies. Not exported from the package. */
export const baseClient = createSafeActionClient({
  defaultValidationErrorsShape: 'flattened',
  defineMetadataSchema: () => actionMetadataSchema,
  handleServerError: errorReply,
})
