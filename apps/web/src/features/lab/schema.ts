import { z } from 'zod'

import { isRecord } from '@kit/action-middleware/errors/action-reply'

import { callers } from './challenge/callers'
import { challengeSlugs } from './challenge/challenge-of'
import { parseArguments } from './challenge/parse-arguments'
import { parseHeaders } from './challenge/parse-headers'
import { isTarget, takes, targetKeys } from './challenge/targets'
import { mistakes } from './control/control-attacks'
import { chains } from './fixes/fixes'
import { letters } from './questions/question'
import { questionIds } from './questions/questions'

/** Only names as they appear in the lab's files. */
export const fireAttackSchema = z.strictObject({
  endpoint: z
    .string()
    .max(64)
    .regex(/^[a-z][a-zA-Z]+$/),
  attack: z
    .string()
    .max(120)
    .regex(/^[a-z-]+(?:\.[a-z0-9-]+){1,2}$/),
})

/** A mistake of the control group. */
export const attackControlSchema = z.strictObject({
  mistake: z.enum(mistakes),
})

/** Invalid parameters show the default. */
export const attackQuerySchema = z.object({
  endpoint: fireAttackSchema.shape.endpoint.catch('deleteTasksAction'),
  attack: fireAttackSchema.shape.attack.optional().catch(undefined),
})

/** What is wrong with a request's arguments, if anything. */
function faultIn(sent: unknown): string | undefined {
  if (!isRecord(sent) || typeof sent.target !== 'string' || !isTarget(sent.target)) return undefined
  const read = parseArguments(String(sent.args), takes(sent.target))
  return 'fault' in read ? read.fault : undefined
}

/** A visitor's own request. Its caller and its target are keys, never a session or a URL. */
export const sendChallengeSchema = z
  .strictObject({
    challenge: z.enum(challengeSlugs),
    caller: z.enum(callers),
    target: z.enum(targetKeys),
    args: z.string().max(4000),
    headers: z
      .string()
      .max(1000)
      .refine(
        (text) => !('fault' in parseHeaders(text)),
        'Enter one header per line, such as “Accept: text/html”. Cookie, Origin, Host and a few others are set for you.',
      ),
  })
  .refine(({ target, args }) => faultIn({ target, args }) === undefined, {
    path: ['args'],
    error: ({ input }) => faultIn(input),
  })

/** A line of a lesson's mistake, counted from 1. */
export const findLineSchema = z.strictObject({
  lesson: z.enum(challengeSlugs),
  line: z
    .string()
    .max(3)
    .regex(/^[1-9][0-9]*$/),
})

/** A chain that a lesson offers as its fix. */
export const tryFixSchema = z.strictObject({
  lesson: z.enum(challengeSlugs),
  chain: z.enum(chains),
})

/** An answer to one of the questions. */
export const answerQuestionSchema = z.strictObject({
  question: z.enum(questionIds),
  answer: z.enum(letters),
})

/** The button of a form without fields. */
export const resetProgressSchema = z.strictObject({})
