import 'server-only'
import { createSafeActionClient } from 'next-safe-action'
import { z } from 'zod'

import { errorReply } from '../errors/error-reply'
import { actionMetadataSchema } from './metadata'

// Zod's message would repeat key names that the caller chose.
z.config({ customError: (issue) => (issue.code === 'unrecognized_keys' ? 'Unexpected field.' : undefined) })

/** The root of every client: requires metadata and turns errors into replies. Internal to the package. */
export const baseClient = createSafeActionClient({
  defaultValidationErrorsShape: 'flattened',
  defineMetadataSchema: () => actionMetadataSchema,
  handleServerError: errorReply,
})
