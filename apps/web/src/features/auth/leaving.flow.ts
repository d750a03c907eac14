import type { Page } from '@playwright/test'

import { makeAccount } from '@e2e/fixtures/accounts'
import { database } from '@e2e/fixtures/database'
import { signIn } from '@e2e/fixtures/session'
import { takenOver } from '@e2e/fixtures/taken-over'
import { expect, test } from '@e2e/fixtures/test'

const OWNER = 'owner@acme.test'

/** Opens Acme's members and returns what must be gone later. */
async function openMembers(page: Page): Promise<string[]> {
  await page.goto('/acme/members')
  const secrets = ['viewer@acme.test', OWNER, 'Acme']
  for (const secret of secrets) expect(await page.content()).toContain(secret)
  // From now on the page notices when its user leaves. The effect that watches them runs after hydration.
  await takenOver(page)
  await expect.poll(() => page.evaluate(() => localStorage.getItem('person'))).not.toBeNull()
  return secrets
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Account' }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
}

/** The document contains none of it, and neither does the data for its scripts. */
async function expectGone(page: Page, secrets: string[]): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  const content = await page.content()
  for (const secret of secrets) expect(content).not.toContain(secret)
}

/** Ends only this browser's session: other tests use the same people. */
async function endSession(page: Page): Promise<void> {
  const cookies = await page.context().cookies()
  const { value = '' } = cookies.find(({ name }) => name.endsWith('session_token')) ?? {}
  const [token = ''] = decodeURIComponent(value).split('.')
  const { count } = await database()`DELETE FROM session WHERE token = ${token}`
  expect(count).toBe(1)
}

test('signing out leaves nothing in the document, the storage or behind the back button', async ({
  page,
}) => {
  await signIn(page, OWNER)
  const response = await page.goto('/acme/roles')
  expect(response?.headers()['cache-control']).toContain('no-store')
  const secrets = await openMembers(page)
  await page.evaluate(() => sessionStorage.setItem('note', 'typed'))

  await signOut(page)
  await expect(page).toHaveURL(/\/sign-in$/)
  await expectGone(page, secrets)
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0])
  // The sign-in page also gets a passkey challenge, at its own pace.
  const kept = (await page.context().cookies()).map(({ name }) => name)
  expect(kept.filter((name) => !name.endsWith('passkey_sign_in')).toSorted()).toEqual([
    'last_organization',
    'timezone',
  ])

  await page.goBack()
  await expectGone(page, secrets)
  await page.goBack()
  await expectGone(page, secrets)
})

test('other tabs leave when the user signs out', async ({ page, context }) => {
  await signIn(page, OWNER)
  const other = await context.newPage()
  const secrets = await openMembers(other)
  await page.goto('/acme/roles')
  await signOut(page)
  await expectGone(other, secrets)
})

test('other tabs leave when someone else signs in', async ({ page, context }) => {
  await signIn(page, OWNER)
  const secrets = await openMembers(page)
  const account = await makeAccount()
  const other = await context.newPage()
  await signIn(other, account.email)
  await other.goto('/account')
  await expect(page.getByRole('heading', { name: 'Page not found' })).toBeVisible()
  for (const secret of secrets) expect(await page.content()).not.toContain(secret)
})

test('unsaved text stays for its author when they sign out in another tab', async ({ page, context }) => {
  await signIn(page, OWNER)
  const other = await context.newPage()
  await other.goto('/acme/roles/new')
  await other.getByLabel('Name', { exact: true }).fill('Half a thought')
  await page.goto('/acme/members')
  await signOut(page)
  await expect(page).toHaveURL(/\/sign-in$/)
  await expect(other.getByLabel('Name', { exact: true })).toHaveValue('Half a thought')
})

test('a tab that is shown again leaves when its session has ended', async ({ page }) => {
  await page.clock.install()
  await signIn(page, OWNER)
  const secrets = await openMembers(page)
  await endSession(page)
  // Without running the timer that asks by itself, which could leave the page first.
  await page.clock.setSystemTime(Date.now() + 2 * 60_000)
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await expectGone(page, secrets)
})

test('a page that the browser restores leaves when its session has ended', async ({ page }) => {
  await signIn(page, OWNER)
  const secrets = await openMembers(page)
  await endSession(page)
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })))
  await expectGone(page, secrets)
})
