import { z } from 'zod'

import { organizationBounds } from '@kit/db/organization-values'
import { newOrganizationSlugSchema } from '@/lib/organization-slug'
import { storableText } from '@/lib/storable-text'

export const createOrganizationSchema = z.strictObject({
  name: storableText().trim().min(1, 'Enter a name.').max(organizationBounds.nameLength),
  slug: newOrganizationSlugSchema,
})
