import 'server-only'
import { createSafeActionClient } from 'next-safe-action'
import { z } from 'zod'

import { errorReply } from '../errors/error-reply'
import { validationMessage } from '../input/validation-message'
import { actionMetadataSchema } from './metadata'

z.config({ customError: validationMessage })

/** The root of every client: requires metadata and turns errors into replies. Internal to the package. */
export const baseClient = createSafeActionClient({
  defaultValidationErrorsShape: 'flattened',
  defineMetadataSchema: () => actionMetadataSchema,
  handleServerError: errorReply,
})
