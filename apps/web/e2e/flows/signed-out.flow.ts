import type { Page } from '@playwright/test'

import { enter, makeAccount, type Account } from '../fixtures/accounts'
import { database } from '../fixtures/database'
import { invitationOf } from '../fixtures/invitations'
import { makeOrganization } from '../fixtures/organizations'
import { signIn } from '../fixtures/session'
import { takenOver } from '../fixtures/taken-over'
import { expect, test } from '../fixtures/test'

const GUEST = 'mender@attack.test'

interface Place {
  slug: string
  /** The form to invite people. */
  path: string
  person: Account
  other: Account
}

/** An organization with two owners who have passwords. */
async function makePlace(): Promise<Place> {
  const [person, other] = [await makeAccount(), await makeAccount()]
  const { slug } = await makeOrganization({ [person.email]: 'owner', [other.email]: 'owner' })
  return { slug, path: `/${slug}/members/invitations`, person, other }
}

const endSessions = ({ email }: Account) =>
  database()`DELETE FROM session USING "user" WHERE "user".id = session.user_id AND email = ${email}`

const endings: Record<string, (page: Page, person: Account) => Promise<unknown>> = {
  revoked: (_page, person) => endSessions(person),
  expired: (_page, { email }) =>
    database()`UPDATE session SET expires_at = now() - interval '1 second' FROM "user"
      WHERE "user".id = session.user_id AND email = ${email}`,
  'signed out in another tab': (page) => page.context().clearCookies(),
}

const emailField = (page: Page) => page.getByRole('main').getByLabel('Email', { exact: true })
const roleField = (page: Page) => page.getByRole('main').getByLabel('Role', { exact: true })
const nameField = (page: Page) => page.getByRole('main').getByLabel('Name', { exact: true })
const send = (page: Page) => page.getByRole('button', { name: 'Send invitation' }).click()

async function fill(page: Page): Promise<void> {
  await emailField(page).fill(GUEST)
  await roleField(page).selectOption('viewer')
}

async function open(page: Page, { path, person }: Place): Promise<void> {
  await signIn(page, person.email)
  await page.goto(path)
  await takenOver(page)
}

/** Signs in on the page that the link leads to, which loads itself again: its password field comes with the new document. */
async function signInAgain(page: Page, person: Account): Promise<void> {
  await page.waitForURL('**/sign-in?**')
  await page.getByLabel('Password', { exact: true }).waitFor()
  await takenOver(page)
  await enter(page, person)
}

for (const [how, end] of Object.entries(endings)) {
  test(`nothing that was typed is lost when a session was ${how}`, async ({ page }) => {
    const place = await makePlace()
    await open(page, place)
    await fill(page)
    await end(page, place.person)
    await send(page)
    const alert = page.getByRole('main').getByRole('alert')
    await expect(alert).toHaveText('You were signed out. Sign in again to continue. Your text is kept.')
    await expect(emailField(page)).toHaveValue(GUEST)

    await alert.getByRole('link', { name: 'Sign in' }).click()
    await signInAgain(page, place.person)
    await expect(page).toHaveURL(place.path)
    await expect(page.getByText('Here is what you typed earlier.')).toBeVisible()
    await expect(emailField(page)).toHaveValue(GUEST)
    await expect(roleField(page)).toHaveValue('viewer')
    await send(page)
    await expect(invitationOf(page, GUEST)).toContainText('Viewer')

    // The text is restored only once.
    await page.goto(place.path)
    await takenOver(page)
    await expect(emailField(page)).toHaveValue('')
  })
}

test('another person who signs in sees nothing of it, and neither does the first one afterward', async ({
  page,
}) => {
  const place = await makePlace()
  await open(page, place)
  await fill(page)
  await endSessions(place.person)
  await send(page)
  for (const person of [place.other, place.person]) {
    await page.goto(`/sign-in?next=${place.path}`)
    await enter(page, person)
    await expect(page).toHaveURL(place.path)
    await takenOver(page)
    await expect(emailField(page)).toHaveValue('')
    expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain('mender')
    await page.context().clearCookies()
  }
})

test('passwords are not kept', async ({ page }) => {
  const { person } = await makePlace()
  await signIn(page, person.email)
  await page.goto('/account/security')
  await takenOver(page)
  const form = page.locator('form').filter({ has: page.getByLabel('New password', { exact: true }) })
  await form.getByLabel('Current password', { exact: true }).fill(person.password)
  await form.getByRole('button', { name: 'Show password' }).first().click()
  await form.getByLabel('New password', { exact: true }).fill('another long password')
  await endSessions(person)
  await form.getByRole('button', { name: 'Change password' }).click()
  await expect(form.getByRole('alert')).toHaveText('You were signed out. Sign in again to continue.')
  expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain('password')
})

test('an edit from before the sign-in still conflicts with what someone else saved in the meantime', async ({
  page,
}) => {
  const place = await makePlace()
  await open(page, { ...place, path: `/${place.slug}/settings` })
  await nameField(page).fill('Wall')
  await endSessions(place.person)
  await page.getByRole('button', { name: 'Save name' }).click()
  await page.getByRole('alert').getByRole('link', { name: 'Sign in' }).click()
  await database()`UPDATE organization SET name = 'Gate' WHERE slug = ${place.slug}`
  await signInAgain(page, place.person)
  await expect(nameField(page)).toHaveValue('Wall')
  await page.getByRole('button', { name: 'Save name' }).click()
  await expect(page.getByLabel('Name, theirs', { exact: true })).toHaveValue('Gate')
  await page.getByRole('button', { name: 'Keep mine' }).click()
  await expect
    .poll(() => database()`SELECT name FROM organization WHERE slug = ${place.slug}`)
    .toEqual([{ name: 'Wall' }])
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the reply keeps the fields, and sends them again when it is reloaded', async ({ page }) => {
    const place = await makePlace()
    await signIn(page, place.person.email)
    await page.goto(place.path)
    await fill(page)
    await endSessions(place.person)
    await send(page)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('You were signed out')
    await expect(emailField(page)).toHaveValue(GUEST)
    await expect(roleField(page)).toHaveValue('viewer')
    await expect(page.getByRole('link', { name: 'Sign in again' })).toHaveAttribute(
      'href',
      `/sign-in?next=${encodeURIComponent(place.path)}`,
    )
    await signIn(page, place.person.email)
    await page.reload()
    await expect(page.getByText('Invitation sent.')).toBeVisible()
  })

  test('a form is not sent in the name of someone who signed in since', async ({ page }) => {
    const place = await makePlace()
    await signIn(page, place.person.email)
    await page.goto(place.path)
    await fill(page)
    await signIn(page, place.other.email)
    await send(page)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Someone else is signed in')
    await expect(emailField(page)).toHaveValue(GUEST)
    await signIn(page, place.person.email)
    await page.reload()
    await expect(page.getByText('Invitation sent.')).toBeVisible()
  })

  test('the text stays when the organization has a new URL', async ({ page }) => {
    const { slug, path, person } = await makePlace()
    await signIn(page, person.email)
    await page.goto(path)
    await fill(page)
    await database()`UPDATE organization SET slug = ${`${slug}-moved`} WHERE slug = ${slug}`
    await send(page)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nothing was saved')
    await expect(emailField(page)).toHaveValue(GUEST)
  })

  test('the text stays when what it changes is gone', async ({ page }) => {
    const { slug, person } = await makePlace()
    const [role] = await database()<{ id: string }[]>`
      INSERT INTO organization_role (organization_id, name, permissions)
      SELECT id, 'Scout', '{"member":["read"]}' FROM organization WHERE slug = ${slug} RETURNING id`
    await signIn(page, person.email)
    await page.goto(`/${slug}/roles/${role?.id}`)
    await nameField(page).fill('Mender')
    await database()`DELETE FROM organization_role WHERE id = ${role?.id ?? ''}`
    await page.getByRole('button', { name: 'Save changes' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nothing was saved')
    await expect(nameField(page)).toHaveValue('Mender')
  })
})
