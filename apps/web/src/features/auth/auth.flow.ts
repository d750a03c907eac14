import { expect, test } from '@playwright/test'

import {
  confirmAddress,
  createAccount,
  enter,
  followMailedLink,
  signUp,
  stranger,
} from '@e2e/fixtures/accounts'
import { signInByForm } from '@e2e/fixtures/sign-in'
import { waitForCheck } from '@e2e/fixtures/captcha'

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('an account is created, confirmed by mail, and opens an organization', async ({ page }) => {
      const account = stranger()
      await signUp(page, account)

      await page.goto('/sign-in?next=/organizations/new')
      await enter(page, account)
      await expect(page.getByText('the address is not confirmed yet')).toBeVisible()
      await expect(page.getByLabel('E-mail', { exact: true })).toHaveValue(account.email)

      await confirmAddress(page, account)

      await page.goto('/sign-in?next=/organizations/new')
      await enter(page, account)
      await expect(page).toHaveURL(/\/organizations\/new$/)

      const slug = account.email.slice(0, account.email.indexOf('@'))
      await page.getByLabel('Name', { exact: true }).fill(`Works of ${slug}`)
      await page.getByLabel('Address', { exact: true }).fill('acme')
      await page.getByRole('button', { name: 'Create organization' }).click()
      await expect(page.getByText('Another organization has this address.')).toBeVisible()
      await expect(page.getByLabel('Name', { exact: true })).toHaveValue(`Works of ${slug}`)
      await page.getByLabel('Address', { exact: true }).fill(slug)
      await page.getByRole('button', { name: 'Create organization' }).click()
      // As long as the test may take: a development server compiles the page first.
      await page.waitForURL(`**/${slug}/tasks`)
    })

    test('a forgotten password is replaced by the link in the mail, once', async ({ page, browser }) => {
      const account = stranger()
      await createAccount(browser, account)
      await page.goto('/forgot-password')
      await page.getByLabel('E-mail', { exact: true }).fill(account.email)
      await waitForCheck(page)
      await page.getByRole('button', { name: /link/i }).click()
      await expect(page.getByText('Check your mail')).toBeVisible()

      await followMailedLink(page, account.email, '/reset-password')
      const link = page.url()
      const password = `${account.password} again`
      await page.getByLabel('New password', { exact: true }).fill(password)
      await page.getByRole('button', { name: 'Change password' }).click()
      await expect(page.getByText('Your password is changed')).toBeVisible()

      await page.goto(link)
      await page.getByLabel('New password', { exact: true }).fill('another password yet')
      await page.getByRole('button', { name: 'Change password' }).click()
      await expect(page.getByText('This link has expired or was already used.')).toBeVisible()

      await page.goto('/sign-in')
      await enter(page, account)
      await expect(page.getByText('Incorrect email or password')).toBeVisible()
      await enter(page, { email: account.email, password })
      await expect(page).toHaveURL(/\/organizations$/)
    })

    test('name and password change, and the session that did it goes on', async ({ page, browser }) => {
      const account = stranger()
      await createAccount(browser, account)
      await page.goto('/sign-in')
      await enter(page, account)
      await expect(page).toHaveURL(/\/organizations$/)
      const elsewhere = await browser.newPage()
      await elsewhere.context().addCookies(await page.context().cookies())

      await page.goto('/account')
      await page.getByLabel('Name', { exact: true }).fill('Renamed Person')
      await page.getByRole('button', { name: 'Save' }).click()
      await expect(page.getByText('Saved.')).toBeVisible()

      await page.getByLabel('Current password', { exact: true }).fill('not my password')
      await page.getByLabel('New password', { exact: true }).fill('a new pass phrase')
      await page.getByRole('button', { name: 'Change password' }).click()
      await expect(page.getByText('Incorrect password.')).toBeVisible()
      await page.getByLabel('Current password', { exact: true }).fill(account.password)
      await page.getByLabel('New password', { exact: true }).fill('a new pass phrase')
      await page.getByRole('button', { name: 'Change password' }).click()
      await expect(page.getByText('Your password is changed.')).toBeVisible()

      await page.goto('/account')
      await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Renamed Person')
      expect((await elsewhere.goto('/account'))?.status()).toBe(401)
      await elsewhere.close()
    })

    test('signing out ends the session on the server', async ({ page, browser }) => {
      const account = stranger()
      await createAccount(browser, account)
      await page.goto('/sign-in')
      await enter(page, account)
      await expect(page).toHaveURL(/\/organizations$/)
      const copy = await browser.newPage()
      await copy.context().addCookies(await page.context().cookies())

      await page.getByRole('button', { name: 'Account of' }).click()
      await page.getByRole('button', { name: 'Sign out' }).click()
      await expect(page).toHaveURL(/\/sign-in$/)
      expect((await copy.goto('/organizations'))?.status()).toBe(401)
      await copy.close()
    })
  })
}

test('a page that asks to sign in leads back to itself', async ({ page }) => {
  await page.goto('/acme/tasks?status=done')
  await signInByForm(page, 'viewer@acme.test')
  await expect(page).toHaveURL(/\/acme\/tasks\?status=done$/)
})

test('one switches between organizations, and each shows its own', async ({ page }) => {
  await page.goto('/sign-in')
  await signInByForm(page, 'both@gatehouse.test')
  await page.getByRole('main').getByRole('link', { name: /Acme/ }).click()
  await expect(page).toHaveURL(/\/acme\/tasks$/)
  await page.getByRole('button', { name: 'Organization: Acme' }).click()
  await page.getByRole('link', { name: /Globex/ }).click()
  await expect(page).toHaveURL(/\/globex\/tasks$/)
  await expect(page.getByRole('link', { name: 'New task' })).toHaveCount(0)
})

test('a short password is told before it is sent, and nothing typed is lost', async ({ page }) => {
  const account = stranger()
  await page.goto('/sign-up')
  await page.getByLabel('Name', { exact: true }).fill(account.name)
  await page.getByLabel('E-mail', { exact: true }).fill(account.email)
  await page.getByLabel('Password', { exact: true }).fill('short')
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(page.getByLabel('Password', { exact: true })).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByLabel('E-mail', { exact: true })).toHaveValue(account.email)
})
