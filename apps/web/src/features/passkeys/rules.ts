import { ownsPasskey } from '@kit/db/passkeys/own'

/** A passkey can be changed by the user it belongs to. */
export const ownPasskey = {
  id: ({ passkeyId }: { passkeyId: string }) => passkeyId,
  owns: ownsPasskey,
}
