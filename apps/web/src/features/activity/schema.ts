import { z } from 'zod'

import { organizationSlugSchema } from '@kit/action-middleware/input/organization-reference'
import { reauthenticationFields } from '@kit/action-middleware/input/reauthentication-field-schema'
import { storableText } from '@/lib/input/storable-text'

const fields = {
  /** The query of the page's URL. As in the URL, invalid parameters are dropped. */
  filters: storableText().max(1000),
  ...reauthenticationFields,
}

export const exportActivitySchema = z.strictObject({ organization: organizationSlugSchema, ...fields })

export const exportAllActivitySchema = z.strictObject(fields)
