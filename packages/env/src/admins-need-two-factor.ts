import { env } from './env'

/** Whether super-admins need two-factor authentication to administer. */
export function adminsNeedTwoFactor(): boolean {
  const { ADMIN_TWO_FACTOR, NODE_ENV } = env()
  return (ADMIN_TWO_FACTOR ?? (NODE_ENV === 'production' ? 'required' : 'optional')) === 'required'
}
