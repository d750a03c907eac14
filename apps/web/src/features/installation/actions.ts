'use server'

import type { z } from 'zod'

import {
  ActionError,
  adminActionClient,
  formData,
  formErrors,
  withEdit,
  withFreshSession,
  withRateLimit,
} from '@kit/action-middleware'
import {
  changeInstallation,
  type InstallationSettings,
  readInstallation,
} from '@kit/db/installation/settings'

import { settingsIn } from './edits'
import { changeInstallationSchema } from './schema'

const withSettingsEdit = withEdit({
  current: ({ settings }: { settings: InstallationSettings }) => settings,
  wanted: (input: z.infer<typeof changeInstallationSchema>) => settingsIn(input),
})

/** The database writes only if the settings are still the ones that were read here. */
export const changeInstallationAction = adminActionClient
  .metadata({
    name: 'installation.change',
    echo: ['signUp', 'signUpDomains', 'organizationCreators', 'banner', 'reason', 'version', 'decision'],
  })
  .use(withFreshSession())
  .use(withRateLimit('installation.change'))
  .use(async ({ next }) => next({ ctx: { settings: await readInstallation() } }))
  .inputSchema(formData(changeInstallationSchema), formErrors)
  .useValidated(withSettingsEdit)
  .stateAction(async ({ parsedInput: { reason }, ctx, metadata }) => {
    const decision = { adminId: ctx.user.id, action: metadata.name, requestId: ctx.requestId, reason }
    if (!(await changeInstallation(decision, ctx.settings, ctx.edit.changes)))
      throw new ActionError('EDIT_CONFLICT', {
        conflicts: ['signUp', 'signUpDomains', 'organizationCreators', 'banner'],
      })
    return { version: ctx.edit.version }
  })
