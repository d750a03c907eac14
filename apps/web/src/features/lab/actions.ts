'use server'

import { formData, formErrors, publicActionClient, withRateLimit } from '@kit/action-middleware'

import { sendChallenge } from './challenge/send-challenge'
import { attackControlGroup } from './control/control-group'
import { OFF } from './control/turn'
import { fireAttack } from './firing/fire-attack'
import { noteSolved } from './progress/note-solved'
import { forgetSolved } from './progress/progress-cookie'
import { attackControlSchema, fireAttackSchema, resetProgressSchema, sendChallengeSchema } from './schema'
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
    const { state, text, changes, steps } = (await attackControlGroup(mistake)) ?? {
      ...OFF,
      changes: [],
      steps: [],
    }
    return { state, text, changes, steps }
  })

// Public like the lab. It sends a visitor's request to the same app, and only to its actions on a fixed list.
export const sendChallengeAction = publicActionClient
  .metadata({ name: 'lab.sendChallenge', echo: ['caller', 'target', 'args', 'headers'] })
  .use(withOpenLab)
  .use(withRateLimit('lab.challenge'))
  .inputSchema(formData(sendChallengeSchema), formErrors)
  .stateAction(async ({ parsedInput }) => {
    const { state, text, changes, wire, replies } = await sendChallenge(parsedInput)
    if (state === 'solved') await noteSolved(`${parsedInput.challenge}.attack`)
    return { state, text, changes, wire, replies }
  })

// Public like the lab. It deletes a cookie of the visitor's own browser.
export const resetProgressAction = publicActionClient
  .metadata({ name: 'lab.resetProgress' })
  .use(withOpenLab)
  .inputSchema(formData(resetProgressSchema), formErrors)
  .stateAction(async () => {
    await forgetSolved()
    return { done: true }
  })
