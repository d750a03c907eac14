import 'server-only'
import { createMiddleware } from 'next-safe-action'

import { verifyCaptcha } from '@kit/captcha/verify-captcha'
import { spendCaptcha } from '@kit/db/captcha/captcha-spent'

/** The name that a solution is made for. */
export const FORM = 'fixes.robots'

const textOf = (input: unknown, field: string) =>
  String((input as Record<string, unknown> | undefined)?.[field] ?? '')

async function proofIn(input: unknown) {
  const verdict = await verifyCaptcha(textOf(input, 'captcha'), FORM)
  if (!('proof' in verdict)) throw new Error('Refused.')
  return verdict.proof
}

/** A field that people can't see is empty. Simple bots fill in every field. */
export const withEmptyTrap = createMiddleware().define(async ({ next, clientInput }) => {
  if (textOf(clientInput, 'website') !== '') throw new Error('Refused.')
  return next()
})

/** The call has a captcha solution, made for this form. */
export const withSolution = createMiddleware().define(async ({ next, clientInput }) => {
  await proofIn(clientInput)
  return next()
})

/** The call has a captcha solution, made for this form and never used before. */
export const withUnusedSolution = createMiddleware().define(async ({ next, clientInput }) => {
  const { id, expiresAt } = await proofIn(clientInput)
  if (!(await spendCaptcha(id, expiresAt))) throw new Error('Refused.')
  return next()
})
