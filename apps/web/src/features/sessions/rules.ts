import { ownsSession } from '@kit/db/sign-in/sessions'

/** A session can be ended by the user it belongs to. */
export const ownSession = {
  id: ({ sessionId }: { sessionId: string }) => sessionId,
  owns: ownsSession,
}
