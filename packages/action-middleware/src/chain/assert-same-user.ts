import { ActionError } from '../errors/action-error'
import { inputField } from '../input/input-field'
import { USER_FIELD } from '../input/user-field'

/**
 * Refuses a form that was rendered for another user. The browser sends the last sign-in's cookies with it, so it would act as
 * the wrong user. A call without the field acts for the session's user.
 * @throws ActionError OTHER_USER
 */
export function assertSameUser(clientInput: unknown, userId: string): void {
  const isNamed = clientInput instanceof FormData && clientInput.has(USER_FIELD)
  if (isNamed && inputField(clientInput, USER_FIELD) !== userId)
    throw new ActionError('OTHER_USER', { outOfReach: true })
}
