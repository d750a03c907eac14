import type { Page } from '@playwright/test'

import { type Account, enter, makeAccount } from '@e2e/fixtures/accounts'
import { database } from '@e2e/fixtures/database'
import { inspect } from '@e2e/fixtures/inspect'
import { makeOrganization } from '@e2e/fixtures/organizations'
import { signIn } from '@e2e/fixtures/session'
import { takenOver } from '@e2e/fixtures/taken-over'
import { expect, test } from '@e2e/fixtures/test'

const ROOT = 'root@gatehouse.test'

/** Opens the page of a person from the list. */
async function find(page: Page, { email, name }: Account): Promise<void> {
  await page.goto(`/admin/people?search=${encodeURIComponent(email)}`)
  await page.getByRole('link', { name }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
}

async function decide(page: Page, title: string, button: string): Promise<void> {
  await page.getByRole('link', { name: title, exact: true }).click()
  await page.waitForURL(/\/admin\/people\/[0-9a-f-]{36}\/[a-z-]+$/)
  await page.getByLabel('Reason').fill('Asked for by mail')
  await page.getByRole('button', { name: button, exact: true }).click()
  await page.waitForURL(/\/admin\/people\/[0-9a-f-]{36}$/)
}

const giveTwoFactor = ({ email }: Account) => database()`
  INSERT INTO two_factor (user_id, sealed_secret, enabled_at)
  SELECT id, 'none', now() FROM "user" WHERE email = ${email}`

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a super-admin finds a person, suspends them and ends the suspension', async ({ page, browser }) => {
      const account = await makeAccount()
      const theirs = await browser.newPage()
      await signIn(theirs, account.email)
      await signIn(page, ROOT)
      await find(page, account)
      await decide(page, 'Suspend', 'Suspend')
      await expect(page.getByText('Suspended', { exact: true })).toBeVisible()
      await expect(page.getByText('Asked for by mail').first()).toBeVisible()
      await expect(page.getByText('Not signed in anywhere.')).toBeVisible()

      expect((await theirs.goto('/organizations'))?.status()).toBe(401)
      await theirs.goto('/sign-in')
      await enter(theirs, account)
      await expect(theirs.getByText('This account is suspended.')).toBeVisible()

      await decide(page, 'End suspension', 'End suspension')
      await expect(page.getByText('Suspended', { exact: true })).toHaveCount(0)
      await theirs.goto('/sign-in')
      await enter(theirs, account)
      await expect(theirs).toHaveURL(/\/organizations$/)
      await theirs.close()
    })

    test('the only owner is suspended after someone else becomes one', async ({ page }) => {
      const [owner, heir] = [await makeAccount(), await makeAccount()]
      const { name } = await makeOrganization({ [owner.email]: 'owner', [heir.email]: 'viewer' })
      await signIn(page, ROOT)
      await find(page, owner)
      await page.getByRole('link', { name: 'Suspend', exact: true }).click()
      await page.getByLabel('Reason').fill('Asked for by mail')
      const heirs = page.getByLabel(`New owner of “${name}”`)
      await heirs.selectOption({ label: `${heir.name} (${heir.email})` })
      await page.getByRole('button', { name: 'Suspend', exact: true }).click()
      await page.waitForURL(/\/admin\/people\/[0-9a-f-]{36}$/)
      const [row] = await database()`
        SELECT member.role FROM member JOIN "user" ON "user".id = user_id WHERE email = ${heir.email}`
      expect(row).toEqual({ role: 'owner' })
    })

    test('one super-admin requests a two-factor reset and another confirms it', async ({ page, browser }) => {
      const [account, second] = [await makeAccount(), await makeAccount()]
      await giveTwoFactor(account)
      await signIn(page, ROOT)
      await find(page, account)
      await decide(page, 'Request two-factor reset', 'Request reset')
      await expect(page.getByText('Root requested a two-factor reset: Asked for by mail')).toBeVisible()
      await expect(page.getByRole('link', { name: 'Confirm two-factor reset' })).toHaveCount(0)
      await decide(page, 'Withdraw two-factor reset', 'Withdraw request')
      await decide(page, 'Request two-factor reset', 'Request reset')

      const theirs = await browser.newPage()
      await signIn(theirs, second.email)
      await giveTwoFactor(second)
      await database()`UPDATE "user" SET role = 'super-admin' WHERE email = ${second.email}`
      await theirs.goto('/admin/people')
      await theirs
        .getByRole('listitem')
        .filter({ hasText: 'Requested by Root' })
        .getByText(account.name)
        .click()
      await decide(theirs, 'Confirm two-factor reset', 'Reset two-factor')
      await expect(theirs.getByText('people.resetTwoFactor').locator('..')).toContainText('Requested by Root')
      await expect(theirs.getByRole('definition').getByText('Off', { exact: true })).toBeVisible()
      await theirs.close()
      await database()`UPDATE "user" SET role = 'user' WHERE email = ${second.email}`
    })

    test('a super-admin deletes a person with their own organization', async ({ page }) => {
      const account = await makeAccount()
      const { name } = await makeOrganization({ [account.email]: 'owner' })
      await signIn(page, ROOT)
      await find(page, account)
      await page.getByRole('link', { name: 'Delete account' }).click()
      await page.getByLabel('Reason').fill('Asked for by mail')
      await page.getByLabel('Their email').fill('someone@else.test')
      await page.getByLabel(`Delete “${name}” too, because nobody else can own it.`).check()
      await page.getByRole('button', { name: 'Delete account' }).click()
      await expect(page.getByText("Enter this person's email.")).toBeVisible()
      await page.getByLabel('Their email').fill(account.email)
      await page.getByLabel(`Delete “${name}” too, because nobody else can own it.`).check()
      await page.getByRole('button', { name: 'Delete account' }).click()
      await page.waitForURL('**/admin/people?deleted')
      await expect(page.getByText('The account is deleted.')).toBeVisible()
      const left = await database()`SELECT FROM organization WHERE name = ${name}`
      expect(left).toHaveLength(0)
    })
  })
}

test('support can read, and only a super-admin can decide', async ({ page, browser }) => {
  const account = await makeAccount()
  await signIn(page, ROOT)
  await find(page, account)
  await page.getByRole('link', { name: 'Change role' }).click()
  await page.getByLabel('Role').selectOption('Support')
  await page.getByLabel('Reason').fill('Asked for by mail')
  await page.getByRole('button', { name: 'Change role' }).click()
  await page.waitForURL(/\/admin\/people\/[0-9a-f-]{36}$/)
  await expect(page.getByText('Support', { exact: true })).toBeVisible()

  const theirs = await browser.newPage()
  await signIn(theirs, account.email)
  await giveTwoFactor(account)
  await find(theirs, account)
  await expect(theirs.getByRole('heading', { name: 'Sessions' })).toBeVisible()
  await expect(theirs.getByRole('link', { name: 'Suspend' })).toHaveCount(0)
  expect((await theirs.goto(`${page.url()}/suspend`))?.status()).toBe(403)
  expect((await theirs.goto('/admin/activity'))?.status()).toBe(200)

  await page.getByRole('link', { name: 'Change role' }).click()
  await page.getByLabel('Role').selectOption('None')
  await page.getByLabel('Reason').fill('Asked for by mail')
  await page.getByRole('button', { name: 'Change role' }).click()
  await page.waitForURL(/\/admin\/people\/[0-9a-f-]{36}$/)
  await expect(page.getByText('Support', { exact: true })).toHaveCount(0)
  expect((await theirs.goto('/admin/people'))?.status()).toBe(403)
  await theirs.close()
})

test('an old session asks for the password, and nobody decides about themselves', async ({ page }) => {
  const account = await makeAccount()
  await signIn(page, ROOT, { minutes: 30 })
  await find(page, account)
  await page.getByRole('link', { name: 'Sign out everywhere' }).click()
  await takenOver(page)
  await page.getByLabel('Reason').fill('Asked for by mail')
  await page.getByRole('button', { name: 'Sign out everywhere' }).click()
  await expect(page.getByRole('alertdialog', { name: 'Confirm your password' })).toBeVisible()

  await page.goto('/admin/people?status=staff')
  await page.getByRole('link', { name: 'Root', exact: true }).click()
  await expect(page.getByText('This is your own account.')).toBeVisible()
})

test('the pages about a person are accessible', async ({ page }) => {
  const [owner, heir] = [await makeAccount(), await makeAccount()]
  await makeOrganization({ [owner.email]: 'owner', [heir.email]: 'viewer' })
  await signIn(page, ROOT)
  await find(page, owner)
  expect(await inspect(page)).toEqual([])
  await page.getByRole('link', { name: 'Delete account' }).click()
  await page.waitForURL(/\/delete$/)
  expect(await inspect(page)).toEqual([])
})
