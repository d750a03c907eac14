import type { Impersonation } from '@kit/auth/session/session'

import type { ActionMetadata } from '../clients/metadata'
import { ActionError } from '../errors/action-error'
import { textField } from '../input/input-field'
import { REAUTHENTICATION_FIELD } from '../input/reauthentication-field'

interface Call {
  metadata: Pick<ActionMetadata, 'impersonation'>
  clientInput: unknown
}

/**
 * Refuses what an admin can't do as another person: every action that doesn't declare otherwise and, in read-only mode,
 * everything except reads. An admin can't confirm that person's identity either, even with their password.
 * @throws ActionError IMPERSONATING
 */
export function assertMayAct(impersonation: Impersonation | null, { metadata, clientInput }: Call): void {
  if (!impersonation) return
  if (metadata.impersonation === undefined) throw new ActionError('IMPERSONATING')
  if (metadata.impersonation !== 'read' && impersonation.mode !== 'read-write')
    throw new ActionError('IMPERSONATING', {
      message: "This impersonation is read-only. You can't change anything.",
    })
  if (textField(clientInput, REAUTHENTICATION_FIELD)) throw new ActionError('IMPERSONATING')
}
