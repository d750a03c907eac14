import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { database } from '@kit/db/connection/client'
import { user } from '@kit/db/schema'
import { signIn } from '../session/credentials'
import { deleteAccount } from './delete-account'
import { getSession } from '../session/session'
import { asSignedIn } from '../testing/signed-in'
import { Browser, startWorld } from '../testing/testing'

const password = 'open-the-gate-2026'

let world: Awaited<ReturnType<typeof startWorld>>
let browser: Browser

beforeAll(async () => {
  world = await startWorld()
})

afterAll(() => world.stop())

async function enter(email: string): Promise<Browser> {
  const entered = new Browser()
  await entered.run(() => signIn({ email, password }))
  return entered
}

const there = (email: string) => database().select().from(user).where(eq(user.email, email))
const remove = (confirmation: string, from = browser) =>
  asSignedIn(from, ({ user: current }) => deleteAccount(current, { confirmation, requestId: 'r1' }))

beforeEach(async () => {
  browser = await enter('viewer@acme.test')
})

it.each(['', 'viewer', 'owner@acme.test', 'viewer@acme.test.evil', 'viewer@acme.test viewer@acme.test'])(
  'requires the account’s email, not %j',
  async (typed) => {
    await expect(remove(typed)).rejects.toMatchObject({ code: 'NOT_YOUR_EMAIL' })
    expect(await there('viewer@acme.test')).toHaveLength(1)
    expect(await browser.run(getSession)).not.toBeNull()
  },
)

it('refuses the last owner of an organization, with its name', async () => {
  const owner = await enter('owner@acme.test')
  await expect(remove('owner@acme.test', owner)).rejects.toMatchObject({
    code: 'LAST_OWNER_OF',
    details: { name: 'Acme', others: 0 },
  })
  expect(await owner.run(getSession)).not.toBeNull()
})

it('ends every session, clears the cookie and sends one mail, even for parallel calls', async () => {
  const other = await enter('viewer@acme.test')
  const twins = [browser, browser.copy(), browser.copy()]
  const answers = await Promise.allSettled(twins.map((twin) => remove(' Viewer@ACME.test ', twin)))
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const winner = twins[answers.findIndex(({ status }) => status === 'fulfilled')]
  expect(winner?.isSignedIn).toBe(false)
  expect(await other.run(getSession)).toBeNull()
  expect(await there('viewer@acme.test')).toEqual([])
  const mails = (await world.mailTo('viewer@acme.test')).filter(
    ({ subject }) => subject === 'Your account was deleted',
  )
  expect(mails).toHaveLength(1)
})
