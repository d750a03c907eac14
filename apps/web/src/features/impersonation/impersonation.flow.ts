import type { Page } from '@playwright/test'

import { type Account, makeAccount } from '@e2e/fixtures/accounts'
import { database } from '@e2e/fixtures/database'
import { inspect } from '@e2e/fixtures/inspect'
import { makeOrganization } from '@e2e/fixtures/organizations'
import { signIn } from '@e2e/fixtures/session'
import { expect, test } from '@e2e/fixtures/test'

const ROOT = 'root@gatehouse.test'

const banner = (page: Page) => page.getByRole('complementary', { name: 'Impersonation' })

async function start(page: Page, { email, name }: Account, access = 'Read-only'): Promise<void> {
  await page.goto(`/admin/people?search=${encodeURIComponent(email)}`)
  await page.getByRole('link', { name }).click()
  await page.getByRole('link', { name: 'Impersonate' }).click()
  await page.waitForURL(/\/impersonate$/)
  await page.getByLabel('Reason').fill('Asked for by mail')
  await page.getByLabel('Access').selectOption(access)
  await page.getByRole('button', { name: 'Impersonate' }).click()
  await expect(banner(page)).toContainText(`as ${name}`)
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a super-admin sees a person’s pages, changes nothing read-only, and stops', async ({ page }) => {
      const account = await makeAccount()
      const { slug } = await makeOrganization({ [account.email]: 'owner' })
      await signIn(page, ROOT)
      await start(page, account)
      await expect(page).toHaveURL(new RegExp(`/${slug}/`))
      await expect(banner(page)).toContainText('Read-only')
      await page.goto(`/${slug}/settings`)
      await expect(banner(page)).toBeVisible()
      await page.getByLabel('Name', { exact: true }).fill('Never saved')
      await page.getByRole('button', { name: 'Save name' }).click()
      await expect(page.getByText('This impersonation is read-only.')).toBeVisible()
      expect((await page.goto('/admin/people'))?.status()).toBe(403)
      // Without JavaScript, a refused page is plain text with a link to a page that has the banner.
      if (!javaScriptEnabled) await page.getByRole('link', { name: 'Your organizations' }).click()
      await banner(page).getByRole('button', { name: 'Stop' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(account.name)
      await expect(banner(page)).toHaveCount(0)
      expect(await database()`SELECT FROM organization WHERE name = 'Never saved'`).toHaveLength(0)
    })

    test('Stop works after the person was suspended', async ({ page }) => {
      const account = await makeAccount()
      await signIn(page, ROOT)
      await start(page, account)
      await database()`UPDATE "user" SET banned = true WHERE email = ${account.email}`
      expect((await page.goto('/organizations'))?.status()).toBe(401)
      if (javaScriptEnabled)
        await expect(page.getByRole('heading', { name: 'Impersonation is over' })).toBeVisible()
      else await page.getByRole('link', { name: 'Sign in' }).click()
      await banner(page).getByRole('button', { name: 'Stop' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(account.name)
    })
  })
}

test('a change is recorded with both names, and the person finds it', async ({ page, browser }) => {
  const account = await makeAccount()
  const { slug } = await makeOrganization({ [account.email]: 'owner' })
  await signIn(page, ROOT)
  await start(page, account, 'Can make changes')
  await page.goto(`/${slug}/settings`)
  await page.getByLabel('Name', { exact: true }).fill('Renamed for them')
  await page.getByRole('button', { name: 'Save' }).first().click()
  await page.goto(`/${slug}/activity`)
  await expect(page.getByText(`Root as ${account.name}`).first()).toBeVisible()
  expect(await inspect(page)).toEqual([])

  const theirs = await browser.newPage()
  await signIn(theirs, account.email)
  await theirs.goto('/account/security')
  await expect(theirs.getByText('Root, could make changes')).toBeVisible()
  await theirs.close()
})
