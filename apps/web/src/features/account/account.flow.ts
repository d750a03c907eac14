import { readFile } from 'node:fs/promises'

import type { Page } from '@playwright/test'

import { policies } from '@kit/rate-limit/policies'
import { type Account, enter, followMailedLink, makeAccount } from '@e2e/fixtures/accounts'
import { database } from '@e2e/fixtures/database'
import { inspect } from '@e2e/fixtures/inspect'
import { makeOrganization } from '@e2e/fixtures/organizations'
import { signIn } from '@e2e/fixtures/session'
import { takenOver } from '@e2e/fixtures/taken-over'
import { expect, test } from '@e2e/fixtures/test'

/** Opens an account page as a new user whose last password check was an hour ago. */
async function openAccount(page: Page, path: string, javaScriptEnabled: boolean): Promise<Account> {
  const account = await makeAccount()
  await signIn(page, account.email, { minutes: 60 })
  await page.goto(path)
  if (javaScriptEnabled) await takenOver(page)
  return account
}

/** Enters the password in the dialog, or in the form without JavaScript. */
async function enterPassword(
  page: Page,
  password: string,
  button: string,
  javaScriptEnabled: boolean,
): Promise<void> {
  if (javaScriptEnabled) {
    const dialog = page.getByRole('alertdialog', { name: 'Confirm your password' })
    await dialog.getByLabel('Password', { exact: true }).fill(password)
    await dialog.getByRole('button', { name: 'Continue' }).click()
    return
  }
  await page.getByLabel('Your password').fill(password)
  await page.getByRole('button', { name: button }).click()
}

async function requestNewEmail(page: Page, to: string): Promise<void> {
  await page.getByLabel('New email').fill(to)
  await page.getByRole('button', { name: 'Send link' }).click()
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('an hour after sign-in, a person enters their password to change their email', async ({ page }) => {
      const account = await openAccount(page, '/account/email', javaScriptEnabled)
      const moved = `moved-${account.email}`
      await requestNewEmail(page, moved)
      if (!javaScriptEnabled) await expect(page.getByText("Confirm it's you to continue.")).toBeVisible()
      await enterPassword(page, 'not my password', 'Send link', javaScriptEnabled)
      await expect(page.getByText('Incorrect password.')).toBeVisible()
      await expect(page.getByLabel('New email')).toHaveValue(moved)
      await enterPassword(page, account.password, 'Send link', javaScriptEnabled)
      await expect(page.getByText('Check your email')).toBeVisible()
      await expect(page.getByText(moved)).toBeVisible()

      // The password is in no URL and no page.
      expect(page.url()).not.toContain('assword')
      expect(await page.content()).not.toContain(account.password)

      await followMailedLink(page, moved, '/account/confirm-email')
      await page.getByRole('button', { name: 'Change email' }).click()
      await expect(page.getByText('Your email has been changed.')).toBeVisible()
      await page.context().clearCookies()
      await page.goto('/sign-in')
      await enter(page, account)
      await expect(page.getByText('Incorrect email or password')).toBeVisible()
      await enter(page, { email: moved, password: account.password })
      await expect(page).toHaveURL(/\/organizations$/)
    })

    test('a person enters their password and downloads what is stored about them', async ({ page }) => {
      const account = await openAccount(page, '/account/data', javaScriptEnabled)
      const { slug } = await makeOrganization({ [account.email]: 'editor', 'owner@acme.test': 'owner' })
      await page.getByRole('button', { name: 'Prepare download' }).click()
      await enterPassword(page, account.password, 'Prepare download', javaScriptEnabled)
      const begun = page.waitForEvent('download')
      await page.getByRole('link', { name: 'Save file' }).click()
      const file = await begun
      expect(file.suggestedFilename()).toBe('gatehouse-data.json')
      const data = JSON.parse(await readFile(await file.path(), 'utf8'))
      expect(data.profile).toMatchObject({ name: account.name, email: account.email })
      expect(data.organizations).toMatchObject([{ slug, role: 'editor' }])
    })

    test('a person can delete their account, unless they are a last owner', async ({ page }) => {
      const account = await openAccount(page, '/account/data', javaScriptEnabled)
      const { name, slug } = await makeOrganization({ [account.email]: 'owner' })
      await page.getByLabel('Your email').fill(account.email)
      await page.getByRole('button', { name: 'Delete account' }).click()
      if (javaScriptEnabled) {
        await enterPassword(page, account.password, 'Delete account', javaScriptEnabled)
        const refusal = `You are the last owner of “${name}”. Transfer or delete it first.`
        await expect(page.getByText(refusal)).toBeVisible()
      }
      // Without JavaScript the page reloads and shows this in place of the form.
      else await expect(page.getByText('You are the last owner of:')).toBeVisible()
      await page.goto('/account/data')
      await expect(page.getByText('You are the last owner of:')).toBeVisible()
      await expect(page.getByRole('button', { name: 'Delete account' })).toHaveCount(0)

      await page.goto(`/${slug}/settings`)
      await page.getByLabel(`Type “${slug}” to confirm`).fill(slug)
      await page.getByRole('button', { name: 'Delete organization' }).click()
      if (!javaScriptEnabled) await enterPassword(page, account.password, 'Delete organization', false)
      await page.waitForURL('**/organizations')
      await page.goto('/account/data')
      await page.getByLabel('Your email').fill('someone@else.test')
      await page.getByRole('button', { name: 'Delete account' }).click()
      await expect(page.getByText('Enter the email of your account.')).toBeVisible()
      await page.getByLabel('Your email').fill(account.email)
      await page.getByRole('button', { name: 'Delete account' }).click()
      await page.waitForURL('**/sign-in?deleted')
      await enter(page, account)
      await expect(page.getByText('Incorrect email or password')).toBeVisible()
    })

    test('too many wrong passwords show when to try again', async ({ page }) => {
      await openAccount(page, '/account/security', javaScriptEnabled)
      const waiting = page.getByText(/Too many attempts\. Try again in \d+ (seconds|minutes)\./)
      const wrong = page.getByText('Incorrect password.')
      const limit = policies['password.user'].limit
      for (let guess = 0; guess <= limit; guess += 1) {
        await page.getByLabel('Current password', { exact: true }).fill('not my password')
        await page.getByLabel('New password', { exact: true }).fill('a new pass phrase')
        const answer = page.waitForResponse((response) => response.request().method() === 'POST')
        await page.getByRole('button', { name: 'Change password' }).click()
        await answer
        await expect(guess < limit ? wrong : waiting).toBeVisible()
        await expect(page.getByRole('button', { name: 'Change password' })).toBeEnabled()
      }
    })

    test('an owner enters their password to delete an organization', async ({ page }) => {
      const account = await openAccount(page, '/account', javaScriptEnabled)
      const { slug } = await makeOrganization({ [account.email]: 'owner' })
      await page.goto(`/${slug}/settings`)
      if (javaScriptEnabled) await takenOver(page)
      await page.getByLabel(`Type “${slug}” to confirm`).fill(slug)
      await page.getByRole('button', { name: 'Delete organization' }).click()
      await enterPassword(page, account.password, 'Delete organization', javaScriptEnabled)
      await page.waitForURL('**/organizations')
      expect((await page.goto(`/${slug}/members`))?.status()).toBe(404)
    })
  })
}

test('the last owner of several organizations gets a link to each of them', async ({ page }) => {
  const { email } = await openAccount(page, '/account/data', true)
  const made = [await makeOrganization({ [email]: 'owner' }), await makeOrganization({ [email]: 'owner' })]
  await page.goto('/account/data')
  for (const { name, slug } of made) {
    await expect(page.getByRole('main').getByRole('link', { name })).toHaveAttribute('href', `/${slug}`)
  }
  expect(await inspect(page)).toEqual([])
})

test('a person can cancel the password dialog and keeps what they typed', async ({ page }) => {
  const account = await openAccount(page, '/account/email', true)
  await requestNewEmail(page, `moved-${account.email}`)
  const dialog = page.getByRole('alertdialog', { name: 'Confirm your password' })
  await expect(dialog).toContainText('For your security')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText("Confirm it's you to continue.", { exact: true })).toBeVisible()
  await expect(page.getByLabel('New email')).toHaveValue(`moved-${account.email}`)
})

test('a link to confirm an email still works after signing in', async ({ page }) => {
  const account = await openAccount(page, '/account/email', true)
  const moved = `moved-${account.email}`
  await requestNewEmail(page, moved)
  await enterPassword(page, account.password, 'Send link', true)
  await expect(page.getByText('Check your email')).toBeVisible()

  await page.context().clearCookies()
  await followMailedLink(page, moved, '/account/confirm-email')
  const link = page.url()
  expect(link).toContain('?token=')
  await enter(page, account)
  await expect(page.getByRole('button', { name: 'Change email' })).toBeVisible()
  expect(page.url()).toBe(link)
  await page.getByRole('button', { name: 'Change email' }).click()
  await expect(page.getByText('Your email has been changed.')).toBeVisible()
})

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled, locale: 'en-US', timezoneId: 'America/New_York' })

    test('a person chooses how dates are written and in which time zone', async ({ page }) => {
      const account = await openAccount(page, '/account', javaScriptEnabled)
      const { slug } = await makeOrganization({ [account.email]: 'owner' })
      await page.getByLabel('Format of dates and numbers').selectOption('English (United Kingdom)')
      await page.getByLabel('Time zone').selectOption('Asia/Tokyo')
      await page.getByRole('button', { name: 'Save formats' }).click()
      await expect(page.getByText('Saved.')).toBeVisible()
      await page.reload()
      await expect(page.getByLabel('Time zone')).toHaveValue('Asia/Tokyo')

      // Afternoon in New York, and the next day in Tokyo.
      await database()`UPDATE member SET created_at = '2025-03-13T20:30:00Z' FROM organization
        WHERE organization.id = organization_id AND slug = ${slug}`
      await page.goto(`/${slug}/members`)
      await expect(page.getByRole('row').filter({ hasText: 'You' })).toContainText('14 Mar 2025')
    })
  })
}
