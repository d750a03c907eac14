import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { database } from '@kit/db/connection/client'
import { verification } from '@kit/db/schema'
import { requestPasswordReset, resetPassword, signUp } from '../session/credentials'
import { Browser, startWorld, tokenOf } from '../testing/testing'
import { emailOfResetLink, emailOfVerifyLink } from './email-of-link'

let world: Awaited<ReturnType<typeof startWorld>>
let count = 0
let email: string
let verifyToken: string
let resetToken: string

beforeAll(async () => {
  world = await startWorld()
})

afterAll(() => world.stop())

beforeEach(async () => {
  count += 1
  email = `person${count}@example.test`
  const browser = new Browser()
  await browser.run(() => signUp({ name: 'Person', email, password: 'a-quiet-garden-wall' }))
  verifyToken = tokenOf((await world.mailTo(email))[0])
  await browser.run(() => requestPasswordReset(email))
  resetToken = tokenOf((await world.mailTo(email))[0])
})

const links = () => database().select().from(verification)

it('a valid link reveals whose it is, and reading it changes nothing', async () => {
  const before = await links()
  expect(await emailOfVerifyLink(verifyToken)).toBe(email)
  expect(await emailOfResetLink(resetToken)).toBe(email)
  expect(await links()).toEqual(before)
})

it('a link for another purpose, a changed one and a stored hash reveal nothing', async () => {
  const stored = (await links()).map(({ identifier }) => identifier)
  for (const token of [verifyToken, 'x'.repeat(24), '', '\0', ...stored])
    expect(await emailOfResetLink(token)).toBeUndefined()
  for (const token of [resetToken, `${verifyToken}x`, '', '\0', email])
    expect(await emailOfVerifyLink(token)).toBeUndefined()
})

it('an expired link and a used one reveal nothing', async () => {
  await new Browser().run(() => resetPassword({ token: resetToken, password: 'another-garden-wall' }, 'r1'))
  expect(await emailOfResetLink(resetToken)).toBeUndefined()
  await new Browser().run(() => requestPasswordReset(email))
  const next = tokenOf((await world.mailTo(email))[0])
  expect(await emailOfResetLink(next)).toBe(email)
  await database()
    .update(verification)
    .set({ expiresAt: new Date(Date.now() - 1000) })
  expect(await emailOfResetLink(next)).toBeUndefined()
})
