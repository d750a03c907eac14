import { canModifyOwn } from '@kit/auth/permissions/own-rows'

/** Whose a task is to change or delete: its creator's and its assignee's, and every admin's. */
export const canModifyTask = canModifyOwn
