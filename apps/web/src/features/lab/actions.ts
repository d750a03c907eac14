'use server'

import { formData, formErrors, publicActionClient, withRateLimit } from '@kit/action-middleware'

import { attackControlGroup, OFF } from './control/control-group'
import { fireAttack } from './firing/fire-attack'
import { attackControlSchema, fireAttackSchema } from './schema'
import { withOpenLab } from './access/with-open-lab'

// Public: visitors can use the lab. It sends only requests that the suite expects to be refused.
export const fireAttackAction = publicActionClient
  .metadata({ name: 'lab.fire' })
  .use(withOpenLab)
  .use(withRateLimit('lab.fire'))
  .inputSchema(formData(fireAttackSchema), formErrors)
  .stateAction(async ({ parsedInput: { endpoint, attack } }) => {
    const { status, answer, blocked, layer, line, event, excerpt, answers, control } = await fireAttack({
      endpoint,
      attack,
    })
    return { status, answer, blocked, layer, line, event, excerpt, answers, control }
  })

// Public like the lab. It sends only attacks from a fixed list, to an app on this machine that has its own data.
export const attackControlAction = publicActionClient
  .metadata({ name: 'lab.attackControl' })
  .use(withOpenLab)
  .use(withRateLimit('lab.control'))
  .inputSchema(attackControlSchema)
  .action(async ({ parsedInput: { mistake } }) => {
    const { state, text, changes, steps } = (await attackControlGroup(mistake)) ?? OFF
    return { state, text, changes, steps }
  })
