import type { Page } from '@playwright/test'

import { makeAccount } from '@e2e/fixtures/accounts'
import { attachAuthenticator } from '@e2e/fixtures/authenticator'
import { database } from '@e2e/fixtures/database'
import { inspect } from '@e2e/fixtures/inspect'
import { signIn } from '@e2e/fixtures/session'
import { takenOver } from '@e2e/fixtures/taken-over'
import { expect, test } from '@e2e/fixtures/test'
import { turnOn } from '@e2e/fixtures/two-factor'

// An authenticator stays attached to its page.
test.use({ reuseContext: false })

const PATH = '/account/security'

async function addPasskey(page: Page, name: string): Promise<void> {
  await page.goto(PATH)
  await takenOver(page)
  const section = page.locator('section', { has: page.getByRole('heading', { name: 'Passkeys' }) })
  await section.getByLabel('Name', { exact: true }).fill(name)
  await section.getByRole('button', { name: 'Add passkey' }).click()
  await expect(section.getByText('Passkey added.')).toBeVisible()
  await expect(page.getByRole('list', { name: 'Passkeys' })).toContainText(name)
}

/** Turns off the list at the email field, which the virtual authenticator would answer at once. */
async function withoutList(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Reflect.deleteProperty(PublicKeyCredential, 'isConditionalMediationAvailable')
  })
}

test('a person adds a passkey, renames it, signs in with it, and removes it', async ({ page }) => {
  const account = await makeAccount()
  await withoutList(page)
  await attachAuthenticator(page)
  await signIn(page, account.email)
  await addPasskey(page, 'Laptop')

  await page.getByText('Rename', { exact: true }).click()
  await page.getByLabel('New name').fill('Old laptop')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('list', { name: 'Passkeys' })).toContainText('Old laptop')

  await page.context().clearCookies()
  await page.goto('/sign-in?next=/account/security')
  await takenOver(page)
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await expect(page.getByRole('list', { name: 'Passkeys' })).toBeVisible()
  await expect(page.getByText('Last used')).toBeVisible()

  await page.getByRole('button', { name: 'Remove: Old laptop' }).click()
  await expect(page.getByText("You don't have a passkey yet.")).toBeVisible()

  await page.context().clearCookies()
  await page.goto('/sign-in')
  await takenOver(page)
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await expect(page.getByText("This passkey didn't work.")).toBeVisible()
})

test('the email field lists passkeys, and choosing one signs in', async ({ page }) => {
  const account = await makeAccount()
  await attachAuthenticator(page)
  await signIn(page, account.email)
  await addPasskey(page, 'Phone')
  await page.context().clearCookies()
  // The virtual authenticator chooses as soon as there is a list.
  await page.goto('/sign-in?next=/account')
  await expect(page.getByRole('heading', { name: 'Account' })).toBeVisible()
})

test('a passkey needs no code, and confirms an old session instead of the password', async ({ page }) => {
  const account = await makeAccount()
  await withoutList(page)
  const authenticator = await attachAuthenticator(page)
  await signIn(page, account.email)
  await turnOn(page)
  await addPasskey(page, 'Key')
  await page.context().clearCookies()
  await page.goto('/sign-in?next=/account/security')
  await takenOver(page)
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await expect(page.getByRole('list', { name: 'Passkeys' })).toBeVisible()

  await database()`UPDATE session SET proved_at = now() - interval '1 hour' FROM "user" u
    WHERE u.id = user_id AND u.email = ${account.email}`
  await page.reload()
  await takenOver(page)
  await page.getByRole('button', { name: 'Remove: Key' }).click()
  const dialog = page.getByRole('alertdialog', { name: "Confirm it's you" })
  await authenticator.verify(false)
  await dialog.getByRole('button', { name: 'Use a passkey' }).click()
  await expect(dialog.getByText('No passkey was used. Try again.')).toBeVisible()
  await authenticator.verify(true)
  await dialog.getByRole('button', { name: 'Use a passkey' }).click()
  await expect(page.getByText("You don't have a passkey yet.")).toBeVisible()
})

test('a copy of a passkey is refused', async ({ page }) => {
  const account = await makeAccount()
  await withoutList(page)
  const authenticator = await attachAuthenticator(page)
  await signIn(page, account.email)
  await addPasskey(page, 'Key')
  await database()`UPDATE passkey SET counter = 100 FROM "user" u WHERE u.id = user_id AND u.email = ${account.email}`
  await authenticator.rewind(5)
  await page.context().clearCookies()
  await page.goto('/sign-in')
  await takenOver(page)
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await expect(page.getByText("This passkey didn't work.")).toBeVisible()
})

test('the last way to sign in stays', async ({ page }) => {
  const account = await makeAccount()
  await withoutList(page)
  await attachAuthenticator(page)
  await signIn(page, account.email)
  await addPasskey(page, 'Only key')
  await database().begin(async (sql) => {
    await sql`SET LOCAL session_replication_role = replica`
    await sql`UPDATE account SET password = NULL FROM "user" u WHERE u.id = user_id AND u.email = ${account.email}`
  })
  await page.getByRole('button', { name: 'Remove: Only key' }).click()
  await expect(page.getByText('This is your only way to sign in.')).toBeVisible()
})

test('its parts are accessible on a phone and in dark mode', async ({ page }) => {
  const account = await makeAccount()
  await withoutList(page)
  await attachAuthenticator(page)
  await signIn(page, account.email)
  await addPasskey(page, 'A rather long name of a key for the work laptop')
  await page.getByText('Rename', { exact: true }).click()
  expect(await inspect(page)).toEqual([])
  await page.context().clearCookies()
  await page.goto('/sign-in')
  expect(await inspect(page)).toEqual([])
})
