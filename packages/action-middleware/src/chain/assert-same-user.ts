import { ActionError } from '../errors/action-error'
import { inputField } from '../input/input-field'
import { USER_FIELD } from '../input/user-field'

/**
 * Refuses a form that was rendered for another user. The browser sends the cookies of whoever signed in last, so it
 * would act in their name. Without the field, the call counts as the session's.
 * @throws ActionError OTHER_USER
 */
export function assertSameUser(clientInput: unknown, userId: string): void {
  const isNamed = clientInput instanceof FormData && clientInput.has(USER_FIELD)
  if (isNamed && inputField(clientInput, USER_FIELD) !== userId)
    throw new ActionError('OTHER_USER', { outOfReach: true })
}
