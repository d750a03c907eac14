'use server'

import { formData, formErrors, publicActionClient, withRateLimit } from '@kit/action-middleware'

import { fireAttack } from './firing/fire-attack'
import { fireAttackSchema } from './schema'
import { withOpenLab } from './access/with-open-lab'

// Public: visitors can use the lab. It sends only requests that the suite expects to be refused.
export const fireAttackAction = publicActionClient
  .metadata({ name: 'lab.fire' })
  .use(withOpenLab)
  .use(withRateLimit('lab.fire'))
  .inputSchema(formData(fireAttackSchema), formErrors)
  .stateAction(async ({ parsedInput: { endpoint, attack } }) => {
    const { status, answer, blocked, layer, event, excerpt, sent, control } = await fireAttack({
      endpoint,
      attack,
    })
    return { status, answer, blocked, layer, event, excerpt, sent, control }
  })
