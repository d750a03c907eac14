import { ownsSession } from '@kit/db/accounts/sessions'

/** A session can be ended by the user it belongs to. */
export const ownSession = {
  id: ({ sessionId }: { sessionId: string }) => sessionId,
  owns: ownsSession,
}
