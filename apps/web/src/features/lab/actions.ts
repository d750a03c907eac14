'use server'

import { formData, formErrors, publicActionClient, withRateLimit } from '@kit/action-middleware'

import { sendChallenge } from './challenge/send-challenge'
import { attackControlGroup } from './control/control-group'
import { OFF } from './control/turn'
import { findLine } from './find/find-line'
import { keptFix } from './fixes/held-by'
import { holds, tryFix } from './fixes/try-fix'
import { fireAttack } from './firing/fire-attack'
import { noteSolved } from './progress/note-solved'
import { forgetSolved } from './progress/progress-cookie'
import { markAnswer } from './questions/mark-answer'
import {
  answerQuestionSchema,
  attackControlSchema,
  findLineSchema,
  fireAttackSchema,
  resetProgressSchema,
  sendChallengeSchema,
  tryFixSchema,
} from './schema'
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
    const { state, text, changes, wire, replies, args } = await sendChallenge(parsedInput)
    if (state === 'solved') await noteSolved(`${parsedInput.challenge}.attack`)
    const { caller, target, headers } = parsedInput
    return { state, text, changes, wire, replies, args, typed: { caller, target, args, headers } }
  })

// Public like the lab. It explains a line of this repository's code.
export const findLineAction = publicActionClient
  .metadata({ name: 'lab.findLine' })
  .use(withOpenLab)
  .inputSchema(formData(findLineSchema), formErrors)
  .stateAction(async ({ parsedInput: { lesson, line } }) => {
    const { right, text } = await findLine(lesson, Number(line))
    if (right) await noteSolved(`${lesson}.find.${line}`)
    return { line, right, text }
  })

// Public like the lab. It sends only attacks from a fixed list, to an app on this machine that has its own data.
export const tryFixAction = publicActionClient
  .metadata({ name: 'lab.tryFix' })
  .use(withOpenLab)
  .use(withRateLimit('lab.fix'))
  .inputSchema(formData(tryFixSchema), formErrors)
  .stateAction(async ({ parsedInput: { lesson, chain } }) => {
    const result = await tryFix(lesson, chain)
    const { state, text, works, attacks, why } = result
    if (holds(result)) await noteSolved(`${lesson}.fix.${keptFix(result)}`)
    return { state, text, chain, works, attacks, why, holds: holds(result) }
  })

// Public like the lab. It compares an answer with the right one.
export const answerQuestionAction = publicActionClient
  .metadata({ name: 'lab.answerQuestion' })
  .use(withOpenLab)
  .inputSchema(formData(answerQuestionSchema), formErrors)
  .stateAction(async ({ parsedInput: { question, answer } }) => {
    const { right, why, lesson } = markAnswer(question, answer)
    if (right) await noteSolved(`${question}.answer`)
    return { right, why, lesson, answer }
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
