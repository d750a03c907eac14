'use server'

import { redirect } from 'next/navigation'

import {
  authenticatedActionClient,
  formData,
  formErrors,
  withFreshSession,
  withRateLimit,
} from '@kit/action-middleware'
import { disableTwoFactor, renewBackupCodes } from '@kit/auth/two-factor/changes'
import { confirmTwoFactor, startTwoFactor } from '@kit/auth/two-factor/set-up'
import { twoFactorPath } from '@/lib/url/two-factor-path'

import {
  confirmTwoFactorSchema,
  disableTwoFactorSchema,
  renewBackupCodesSchema,
  startTwoFactorSchema,
} from './schema'

/** Creates a key, which the page then shows only to this session. Has no effect while two-factor authentication is on. */
export const startTwoFactorAction = authenticatedActionClient
  .metadata({ name: 'two-factor.start' })
  .use(withFreshSession())
  .use(withRateLimit('twoFactor.user'))
  .inputSchema(formData(startTwoFactorSchema), formErrors)
  .stateAction(async ({ ctx }) => {
    await startTwoFactor(ctx)
    redirect(twoFactorPath())
  })

/** The backup codes are in this answer only. */
export const confirmTwoFactorAction = authenticatedActionClient
  .metadata({ name: 'two-factor.confirm' })
  .use(withFreshSession())
  .use(withRateLimit('twoFactor.user'))
  .inputSchema(formData(confirmTwoFactorSchema), formErrors)
  .stateAction(async ({ parsedInput: { oneTimeCode }, ctx }) => ({
    backupCodes: await confirmTwoFactor(ctx, oneTimeCode),
  }))

export const renewBackupCodesAction = authenticatedActionClient
  .metadata({ name: 'two-factor.renewCodes' })
  .use(withFreshSession())
  .use(withRateLimit('twoFactor.user'))
  .inputSchema(formData(renewBackupCodesSchema), formErrors)
  .stateAction(async ({ ctx }) => ({ backupCodes: await renewBackupCodes(ctx) }))

export const disableTwoFactorAction = authenticatedActionClient
  .metadata({ name: 'two-factor.disable' })
  .use(withFreshSession())
  .use(withRateLimit('twoFactor.user'))
  .inputSchema(formData(disableTwoFactorSchema), formErrors)
  .stateAction(async ({ ctx }) => {
    await disableTwoFactor(ctx)
    redirect(`${twoFactorPath()}?off`)
  })
