import { canModifyOwn } from '@kit/auth/permissions/own-rows'

/** A task can be changed by its creator, its assignee and every admin. */
export const canModifyTask = canModifyOwn
