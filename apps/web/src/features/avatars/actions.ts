'use server'

import { authenticatedActionClient, formData, formErrors, withRateLimit } from '@kit/action-middleware'
import { removeAvatar, setAvatar } from '@kit/auth/avatars/change-avatar'

import { removeAvatarSchema, setAvatarSchema } from './schema'

export const setAvatarAction = authenticatedActionClient
  .metadata({ name: 'avatars.set' })
  .use(withRateLimit('avatars.user'))
  .inputSchema(formData(setAvatarSchema), formErrors)
  .stateAction(async ({ parsedInput: { picture }, ctx }) => {
    await setAvatar(ctx, new Uint8Array(await picture.arrayBuffer()))
    return { done: true }
  })

export const removeAvatarAction = authenticatedActionClient
  .metadata({ name: 'avatars.remove' })
  .use(withRateLimit('avatars.user'))
  .inputSchema(formData(removeAvatarSchema), formErrors)
  .stateAction(async ({ ctx }) => {
    await removeAvatar(ctx)
    return { done: true }
  })
