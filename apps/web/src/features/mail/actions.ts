'use server'

import { redirect } from 'next/navigation'

import { formData, formErrors, publicActionClient, withRateLimit } from '@kit/action-middleware'
import { blockMailOf, reportMailOf, unblockMailOf } from '@kit/auth/mail/reported-mail'

import { blockMailSchema, reportMailSchema, unblockMailSchema } from './schema'

// Public, because the recipient may have no account. The link in the email proves that the mailbox is theirs.

export const blockMailAction = publicActionClient
  .metadata({ name: 'mail.block' })
  .use(withRateLimit('mailLink.ip'))
  .inputSchema(formData(blockMailSchema), formErrors)
  .stateAction(async ({ parsedInput: { token, scope } }) => {
    await blockMailOf(token, scope)
    redirect(`/report-email?${new URLSearchParams({ token, done: 'blocked' })}`)
  })

export const unblockMailAction = publicActionClient
  .metadata({ name: 'mail.unblock' })
  .use(withRateLimit('mailLink.ip'))
  .inputSchema(formData(unblockMailSchema), formErrors)
  .stateAction(async ({ parsedInput: { token } }) => {
    await unblockMailOf(token)
    redirect(`/report-email?${new URLSearchParams({ token, done: 'unblocked' })}`)
  })

export const reportMailAction = publicActionClient
  .metadata({ name: 'mail.report' })
  .use(withRateLimit('mailLink.ip'))
  .use(withRateLimit('mailReport.link', 'token'))
  .inputSchema(formData(reportMailSchema), formErrors)
  .stateAction(async ({ parsedInput: { token }, ctx: { requestId } }) => {
    await reportMailOf(token, requestId)
    redirect(`/report-email?${new URLSearchParams({ token, done: 'reported' })}`)
  })
