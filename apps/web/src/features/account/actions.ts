'use server'

import { authenticatedActionClient, formData, formErrors, withRateLimit } from '@kit/action-middleware'
import { changePassword, updateName } from '@kit/auth/credentials'

import { changePasswordSchema, updateNameSchema } from './schema'

export const updateNameAction = authenticatedActionClient
  .metadata({ name: 'account.updateName', echo: ['name'] })
  .inputSchema(formData(updateNameSchema), formErrors)
  .stateAction(async ({ parsedInput: { name } }) => {
    await updateName(name)
    return { done: true }
  })

export const changePasswordAction = authenticatedActionClient
  .metadata({ name: 'account.changePassword' })
  .use(withRateLimit('password.user'))
  .inputSchema(formData(changePasswordSchema), formErrors)
  .stateAction(async ({ parsedInput }) => {
    await changePassword(parsedInput)
    return { done: true }
  })
