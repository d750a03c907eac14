'use server'

import { redirect } from 'next/navigation'

import {
  ActionError,
  adminActionClient,
  formData,
  formErrors,
  withFreshSession,
  withRateLimit,
} from '@kit/action-middleware'
import {
  changeRoleOf,
  deletePerson,
  endSessionsOf,
  requestTwoFactorResetOf,
  resetTwoFactorOf,
  restorePerson,
  suspendPerson,
  verifyEmailOf,
  withdrawTwoFactorResetOf,
} from '@kit/auth/people/decisions'
import { sendPasswordReset } from '@kit/auth/people/send-password-reset'

import { decisionOf } from './decision-of'
import { changePersonRoleSchema, decisionSchema, deleteUserSchema, suspendPersonSchema } from './schema'

// The client decides who may call, and the database checks again, in the transaction, that the caller is still a super-admin.

export const suspendPersonAction = adminActionClient
  .metadata({ name: 'people.suspend', echo: ['reason', 'lastDay'] })
  .use(withFreshSession())
  .use(withRateLimit('people.suspend'))
  .inputSchema(formData(suspendPersonSchema), formErrors)
  .stateAction(async ({ parsedInput: { lastDay, newOwners, ...input }, ctx, metadata }) => {
    const ends = { lastDay: lastDay || undefined, newOwners }
    if (!(await suspendPerson(decisionOf(input, ctx, metadata), ends))) throw new ActionError('NOT_FOUND')
    redirect(`/admin/people/${input.personId}`)
  })

export const restorePersonAction = adminActionClient
  .metadata({ name: 'people.restore', echo: ['reason'] })
  .use(withFreshSession())
  .use(withRateLimit('people.suspend'))
  .inputSchema(formData(decisionSchema), formErrors)
  .stateAction(async ({ parsedInput: input, ctx, metadata }) => {
    if (!(await restorePerson(decisionOf(input, ctx, metadata)))) throw new ActionError('NOT_FOUND')
    redirect(`/admin/people/${input.personId}`)
  })

export const endPersonSessionsAction = adminActionClient
  .metadata({ name: 'people.endSessions', echo: ['reason'] })
  .use(withFreshSession())
  .use(withRateLimit('people.access'))
  .inputSchema(formData(decisionSchema), formErrors)
  .stateAction(async ({ parsedInput: input, ctx, metadata }) => {
    if (!(await endSessionsOf(decisionOf(input, ctx, metadata)))) throw new ActionError('NOT_FOUND')
    redirect(`/admin/people/${input.personId}`)
  })

export const verifyPersonEmailAction = adminActionClient
  .metadata({ name: 'people.verifyEmail', echo: ['reason'] })
  .use(withFreshSession())
  .use(withRateLimit('people.access'))
  .inputSchema(formData(decisionSchema), formErrors)
  .stateAction(async ({ parsedInput: input, ctx, metadata }) => {
    if (!(await verifyEmailOf(decisionOf(input, ctx, metadata)))) throw new ActionError('NOT_FOUND')
    redirect(`/admin/people/${input.personId}`)
  })

export const sendPasswordResetAction = adminActionClient
  .metadata({ name: 'people.sendPasswordReset', echo: ['reason'] })
  .use(withFreshSession())
  .use(withRateLimit('people.access'))
  .inputSchema(formData(decisionSchema), formErrors)
  .stateAction(async ({ parsedInput: input, ctx, metadata }) => {
    if (!(await sendPasswordReset(decisionOf(input, ctx, metadata)))) throw new ActionError('NOT_FOUND')
    redirect(`/admin/people/${input.personId}`)
  })

export const requestTwoFactorResetAction = adminActionClient
  .metadata({ name: 'people.requestTwoFactorReset', echo: ['reason'] })
  .use(withFreshSession())
  .use(withRateLimit('people.access'))
  .inputSchema(formData(decisionSchema), formErrors)
  .stateAction(async ({ parsedInput: input, ctx, metadata }) => {
    if (!(await requestTwoFactorResetOf(decisionOf(input, ctx, metadata)))) throw new ActionError('NOT_FOUND')
    redirect(`/admin/people/${input.personId}`)
  })

export const withdrawTwoFactorResetAction = adminActionClient
  .metadata({ name: 'people.withdrawTwoFactorReset', echo: ['reason'] })
  .use(withFreshSession())
  .use(withRateLimit('people.access'))
  .inputSchema(formData(decisionSchema), formErrors)
  .stateAction(async ({ parsedInput: input, ctx, metadata }) => {
    if (!(await withdrawTwoFactorResetOf(decisionOf(input, ctx, metadata))))
      throw new ActionError('NOT_FOUND')
    redirect(`/admin/people/${input.personId}`)
  })

// Refuses the super-admin who made the request.
export const resetTwoFactorAction = adminActionClient
  .metadata({ name: 'people.resetTwoFactor', echo: ['reason'] })
  .use(withFreshSession())
  .use(withRateLimit('people.access'))
  .inputSchema(formData(decisionSchema), formErrors)
  .stateAction(async ({ parsedInput: input, ctx, metadata }) => {
    if (!(await resetTwoFactorOf(decisionOf(input, ctx, metadata)))) throw new ActionError('NOT_FOUND')
    redirect(`/admin/people/${input.personId}`)
  })

export const changePersonRoleAction = adminActionClient
  .metadata({ name: 'people.changeRole', echo: ['reason', 'role'] })
  .use(withFreshSession())
  .use(withRateLimit('people.changeRole'))
  .inputSchema(formData(changePersonRoleSchema), formErrors)
  .stateAction(async ({ parsedInput: { role, ...input }, ctx, metadata }) => {
    if (!(await changeRoleOf(decisionOf(input, ctx, metadata), role))) throw new ActionError('NOT_FOUND')
    redirect(`/admin/people/${input.personId}`)
  })

export const deleteUserAction = adminActionClient
  .metadata({ name: 'people.delete', echo: ['reason', 'confirmation'] })
  .use(withFreshSession())
  .use(withRateLimit('people.delete'))
  .inputSchema(formData(deleteUserSchema), formErrors)
  .stateAction(
    async ({ parsedInput: { confirmation, newOwners, deletedOrganizations, ...input }, ctx, metadata }) => {
      const typed = { confirmation, newOwners, deletedOrganizations }
      if (!(await deletePerson(decisionOf(input, ctx, metadata), typed))) throw new ActionError('NOT_FOUND')
      redirect('/admin/people?deleted')
    },
  )
