import type { Browser, Page } from '@playwright/test'

import { enter, followMailedLink, makeAccount } from '@e2e/fixtures/accounts'
import { inspect } from '@e2e/fixtures/inspect'
import { signIn } from '@e2e/fixtures/session'
import { takenOver } from '@e2e/fixtures/taken-over'
import { expect, test } from '@e2e/fixtures/test'

/** Signs the same person in with another browser. */
async function elsewhere(browser: Browser, email: string, javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled })
  const page = await context.newPage()
  await signIn(page, email)
  await page.goto('/organizations')
  return page
}

const isSignedIn = async (page: Page) => (await page.goto('/organizations'))?.status() === 200

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a person sees where they are signed in and signs out one or all other browsers', async ({
      page,
      browser,
    }) => {
      const { email } = await makeAccount()
      const others = [await elsewhere(browser, email), await elsewhere(browser, email)]
      await signIn(page, email)
      await page.goto('/account/security')
      if (javaScriptEnabled) await takenOver(page)
      const rows = page.getByRole('listitem').filter({ hasText: 'Signed in' })
      await expect(rows).toHaveCount(3)
      await expect(rows.filter({ hasText: 'This device' })).toHaveCount(1)
      const buttons = page.getByRole('button', { name: /^Sign out: / })
      await expect(buttons).toHaveCount(2)

      await buttons.first().click()
      await expect(rows).toHaveCount(2)
      const signedIn = await Promise.all(others.map(isSignedIn))
      expect(signedIn.filter(Boolean)).toHaveLength(1)

      await page.getByRole('button', { name: 'Sign out everywhere else' }).click()
      await expect(rows).toHaveCount(1)
      await expect(page.getByRole('button', { name: 'Sign out everywhere else' })).toHaveCount(0)
      expect(await Promise.all(others.map(isSignedIn))).toEqual([false, false])
      for (const other of others) await other.context().close()
    })

    test('a stranger’s sign-in is reported by mail, and the link signs out everywhere and sets a new password', async ({
      page,
      browser,
    }) => {
      const account = await makeAccount()
      const stranger = await browser.newPage()
      await stranger.goto('/sign-in')
      await enter(stranger, account)
      await expect(stranger).toHaveURL(/\/organizations$/)

      await followMailedLink(page, account.email, '/not-me')
      await page.getByRole('button', { name: 'Sign out everywhere' }).click()
      await page.waitForURL('**/reset-password?token=*')
      expect(await isSignedIn(stranger)).toBe(false)
      await stranger.goto('/sign-in')
      await enter(stranger, account)
      await expect(stranger.getByText('Incorrect email or password')).toBeVisible()
      await stranger.close()

      const password = `${account.password} again`
      await page.getByLabel('New password', { exact: true }).fill(password)
      await page.getByRole('button', { name: 'Change password' }).click()
      await expect(page.getByText('Your password has been changed')).toBeVisible()
      await page.goto('/sign-in')
      await enter(page, { email: account.email, password })
      await expect(page).toHaveURL(/\/organizations$/)
    })
  })
}

test('when a session is ended elsewhere, its open tabs open nothing more, and leave within a minute', async ({
  page,
  browser,
}) => {
  const { email } = await makeAccount()
  await page.clock.install()
  await signIn(page, email)
  await page.goto('/organizations')
  await takenOver(page)
  const tab = await page.context().newPage()
  await tab.goto('/account')
  await takenOver(tab)
  const other = await elsewhere(browser, email)
  await other.goto('/account/security')
  await takenOver(other)
  await other.getByRole('button', { name: 'Sign out everywhere else' }).click()
  await expect(other.getByText('Signed in on this device only.')).toBeVisible()
  await tab.getByRole('link', { name: 'Security' }).click()
  await expect(tab.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
  await page.clock.fastForward('01:01')
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
  await other.context().close()
})

test('the list of sessions is accessible', async ({ page, browser }) => {
  const { email } = await makeAccount()
  const other = await elsewhere(browser, email)
  await signIn(page, email)
  await page.goto('/account/security')
  await takenOver(page)
  expect(await inspect(page)).toEqual([])
  await other.context().close()
})
