import type { Page } from '@playwright/test'

import { enter, makeAccount, type Account } from '../fixtures/accounts'
import { database } from '../fixtures/database'
import { makeOrganization } from '../fixtures/organizations'
import { signIn } from '../fixtures/session'
import { takenOver } from '../fixtures/taken-over'
import { expect, test } from '../fixtures/test'
import { fillTask, makeTasks } from '../tasks/fixtures'

interface Place {
  slug: string
  person: Account
  other: Account
}

/** An organization with two owners who have passwords. */
async function makePlace(): Promise<Place> {
  const [person, other] = [await makeAccount(), await makeAccount()]
  const { slug } = await makeOrganization({ [person.email]: 'owner', [other.email]: 'owner' })
  return { slug, person, other }
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

const create = (page: Page) => page.getByRole('button', { name: 'Create task' }).click()

async function typeTask(page: Page, { slug, person }: Place): Promise<void> {
  await signIn(page, person.email)
  await page.goto(`/${slug}/tasks/new`)
  await takenOver(page)
  await fillTask(page, 'Mend the fence', {
    description: 'From the\nnorth gate',
    status: 'Done',
    due: '2031-02-28',
  })
}

for (const [how, end] of Object.entries(endings)) {
  test(`nothing that was typed is lost when a session was ${how}`, async ({ page }) => {
    const place = await makePlace()
    await typeTask(page, place)
    await end(page, place.person)
    await create(page)
    const alert = page.getByRole('main').getByRole('alert')
    await expect(alert).toHaveText('You were signed out. Sign in again to continue. Your text is kept.')
    await expect(page.getByLabel('Title')).toHaveValue('Mend the fence')

    await alert.getByRole('link', { name: 'Sign in' }).click()
    await enter(page, place.person)
    await expect(page).toHaveURL(`/${place.slug}/tasks/new`)
    await expect(page.getByText('Here is what you typed earlier.')).toBeVisible()
    await expect(page.getByLabel('Title')).toHaveValue('Mend the fence')
    await expect(page.getByLabel('Description')).toHaveValue('From the\nnorth gate')
    await expect(page.getByLabel('Status')).toHaveValue('done')
    await expect(page.getByLabel('Due date')).toHaveValue('2031-02-28')
    await create(page)
    await expect(page.getByRole('rowheader').getByRole('link', { name: 'Mend the fence' })).toBeVisible()

    // The text is restored only once.
    await page.goto(`/${place.slug}/tasks/new`)
    await takenOver(page)
    await expect(page.getByLabel('Title')).toHaveValue('')
  })
}

test('another person who signs in sees nothing of it, and neither does the first one afterward', async ({
  page,
}) => {
  const place = await makePlace()
  await typeTask(page, place)
  await endSessions(place.person)
  await create(page)
  for (const person of [place.other, place.person]) {
    await page.goto(`/sign-in?next=/${place.slug}/tasks/new`)
    await enter(page, person)
    await expect(page).toHaveURL(`/${place.slug}/tasks/new`)
    await takenOver(page)
    await expect(page.getByLabel('Title')).toHaveValue('')
    expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain('fence')
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
  const { slug, person } = await makePlace()
  const [path = ''] = await makeTasks(slug, person.email, [{ title: 'Fence' }])
  await signIn(page, person.email)
  await page.goto(path)
  await takenOver(page)
  await page.getByLabel('Title').fill('Wall')
  await endSessions(person)
  await page.getByRole('button', { name: 'Save changes' }).click()
  await page.getByRole('alert').getByRole('link', { name: 'Sign in' }).click()
  await database()`UPDATE task SET title = 'Gate' WHERE title = 'Fence' AND organization_id =
    (SELECT id FROM organization WHERE slug = ${slug})`
  await enter(page, person)
  await expect(page.getByLabel('Title')).toHaveValue('Wall')
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByLabel('Title, theirs')).toHaveValue('Gate')
  await page.getByRole('button', { name: 'Keep mine' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Wall' })).toBeVisible()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the reply keeps the fields, and sends them again when it is reloaded', async ({ page }) => {
    const place = await makePlace()
    await signIn(page, place.person.email)
    await page.goto(`/${place.slug}/tasks/new`)
    await fillTask(page, 'Mend the fence', { description: 'From the\nnorth gate' })
    await endSessions(place.person)
    await create(page)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('You were signed out')
    await expect(page.getByLabel('Title')).toHaveValue('Mend the fence')
    await expect(page.getByLabel('Description')).toHaveValue('From the\nnorth gate')
    await expect(page.getByRole('link', { name: 'Sign in again' })).toHaveAttribute(
      'href',
      `/sign-in?next=${encodeURIComponent(`/${place.slug}/tasks/new`)}`,
    )
    await signIn(page, place.person.email)
    await page.reload()
    await expect(page.getByText('Task created.')).toBeVisible()
  })

  test('a form is not sent in the name of someone who signed in since', async ({ page }) => {
    const place = await makePlace()
    await signIn(page, place.person.email)
    await page.goto(`/${place.slug}/tasks/new`)
    await fillTask(page, 'Mend the fence')
    await signIn(page, place.other.email)
    await create(page)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Someone else is signed in')
    await expect(page.getByLabel('Title')).toHaveValue('Mend the fence')
    await signIn(page, place.person.email)
    await page.reload()
    await expect(page.getByText('Task created.')).toBeVisible()
  })

  test('the text stays when the organization has a new URL', async ({ page }) => {
    const { slug, person } = await makePlace()
    await signIn(page, person.email)
    await page.goto(`/${slug}/tasks/new`)
    await fillTask(page, 'Mend the fence')
    await database()`UPDATE organization SET slug = ${`${slug}-moved`} WHERE slug = ${slug}`
    await create(page)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nothing was saved')
    await expect(page.getByLabel('Title')).toHaveValue('Mend the fence')
  })

  test('the text stays when the task is gone', async ({ page }) => {
    const { slug, person } = await makePlace()
    const [path = ''] = await makeTasks(slug, person.email, [{ title: 'Fence' }])
    await signIn(page, person.email)
    await page.goto(path)
    await page.getByLabel('Title').fill('Mend the fence')
    await database()`DELETE FROM task WHERE title = 'Fence' AND organization_id =
      (SELECT id FROM organization WHERE slug = ${slug})`
    await page.getByRole('button', { name: 'Save changes' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nothing was saved')
    await expect(page.getByLabel('Title')).toHaveValue('Mend the fence')
  })
})
