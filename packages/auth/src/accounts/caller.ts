import type { SessionUser } from '../session/session'

/** Who changes their own account, and in which request. */
export interface Caller {
  user: Pick<SessionUser, 'id' | 'email'>
  requestId: string
}
