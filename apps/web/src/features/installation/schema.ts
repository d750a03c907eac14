import { z } from 'zod'

import { reauthenticationFields } from '@kit/action-middleware/input/reauthentication-field-schema'
import { versionField } from '@kit/action-middleware/input/version-schema'
import { installationBounds, organizationCreators, signUpModes } from '@kit/db/installation/values'
import { storableLine } from '@/lib/input/storable-text'

const { bannerLength, domainsLength, reasonLength } = installationBounds

const domain = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/

/** Domains separated by spaces or commas, as they are stored. */
const domainsSchema = z
  .string()
  .max(domainsLength)
  .overwrite((text) =>
    text
      .toLowerCase()
      .split(/[\s,]+/)
      .filter(Boolean)
      .join(' '),
  )
  .refine(
    (text) => text === '' || text.split(' ').every((one) => domain.test(one)),
    'Enter domains such as example.com, separated by spaces.',
  )

export const changeInstallationSchema = z
  .strictObject({
    signUp: z.enum(signUpModes),
    signUpDomains: domainsSchema,
    organizationCreators: z.enum(organizationCreators),
    banner: storableLine().max(bannerLength),
    reason: storableLine().min(1, 'Enter a reason.').max(reasonLength),
    version: versionField,
    decision: versionField.optional(),
    ...reauthenticationFields,
  })
  .refine(({ signUp, signUpDomains }) => signUp !== 'domains' || signUpDomains !== '', {
    path: ['signUpDomains'],
    message: 'Enter at least one domain.',
  })
