import type { Page } from '@playwright/test'

import { followMailedLink, makeAccount, stranger } from '@e2e/fixtures/accounts'
import { passCheck } from '@e2e/fixtures/captcha'
import { database } from '@e2e/fixtures/database'
import { inspect } from '@e2e/fixtures/inspect'
import { mailedCode } from '@e2e/fixtures/mailed-code'
import { signIn } from '@e2e/fixtures/session'
import { expect, test } from '@e2e/fixtures/test'
import { freshCode, turnOn } from '@e2e/fixtures/two-factor'

interface Person {
  subject: string
  name: string
  email: string
}

const someone = (): Person => {
  const { name, email } = stranger()
  return { subject: email, name, email }
}

/** Signs in at the local provider; the page redirects there automatically. */
async function approve(page: Page, { subject, name, email }: Person): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Local provider', exact: true })).toBeVisible()
  await page.getByLabel('Subject').fill(subject)
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('Email', { exact: true }).fill(email)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

async function signInAt(page: Page, person: Person): Promise<void> {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Continue with Local provider' }).click()
  await approve(page, person)
}

/** Makes this person's sessions look as if they were confirmed long ago. */
const makeStale = (email: string) =>
  database()`UPDATE session SET proved_at = NULL FROM "user" u WHERE u.id = user_id AND u.email = ${email}`

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('someone new signs in with a provider, confirms by mail and sets a password', async ({ page }) => {
      const person = someone()
      await signInAt(page, person)
      await expect(page).toHaveURL(/\/organizations\/new$/)

      await page.goto('/account/security')
      await expect(page.getByText('Connected').first()).toBeVisible()
      await page.getByRole('button', { name: 'Disconnect Local provider' }).click()
      await expect(page.getByText('This is your only way to sign in.')).toBeVisible()

      await makeStale(person.email)
      await page.getByLabel('Password', { exact: true }).fill('a long way to somewhere')
      await page.getByRole('button', { name: 'Set password' }).click()
      if (!javaScriptEnabled) await page.getByRole('link', { name: "Confirm it's you" }).click()
      await page.getByRole('button', { name: /^Email (me )?a code/ }).click()
      await expect(page.getByText(/^Sent/)).toBeVisible()
      await page.getByLabel('Code from the email').fill(await mailedCode(person.email))
      await page
        .getByRole('button', { name: javaScriptEnabled ? 'Continue' : 'Confirm', exact: true })
        .click()
      if (!javaScriptEnabled) {
        await page.getByRole('link', { name: 'Continue' }).click()
        await page.getByLabel('Password', { exact: true }).fill('a long way to somewhere')
        await page.getByRole('button', { name: 'Set password' }).click()
      }
      await expect(page.getByText('Your password is set.')).toBeVisible()
      await page.getByRole('button', { name: 'Disconnect Local provider' }).click()
      await expect(page.getByText('Disconnected.')).toBeVisible()
    })

    test('a person connects an account, and signs in with it and a code', async ({ page }) => {
      const account = await makeAccount()
      await signIn(page, account.email)
      await page.goto('/account/security')
      await page.getByRole('button', { name: 'Connect Local provider' }).click()
      const elsewhere = { ...someone(), name: 'Elsewhere' }
      await approve(page, elsewhere)
      await expect(page.getByText('Connected. You can sign in with it from now on.')).toBeVisible()
      const { key } = await turnOn(page)
      await page.context().clearCookies()
      await signInAt(page, elsewhere)
      await expect(page).toHaveURL(/\/sign-in\/code/)
      await page.getByLabel('Code', { exact: true }).fill(await freshCode(account, key))
      await page.getByRole('button', { name: 'Sign in', exact: true }).click()
      await expect(page).toHaveURL(/\/organizations/)
    })

    test('a person confirms at the provider', async ({ page }) => {
      const person = someone()
      await signInAt(page, person)
      await expect(page).toHaveURL(/\/organizations\/new$/)
      await makeStale(person.email)
      await page.goto('/account/security/confirm?next=/account/data')
      // The accessibility check is a script, which needs JavaScript.
      if (javaScriptEnabled) expect(await inspect(page)).toEqual([])
      await page.getByRole('button', { name: 'Continue with Local provider' }).click()
      await approve(page, person)
      await expect(page).toHaveURL(/\/account\/data$/)
      await page.getByRole('button', { name: 'Prepare download' }).click()
      await expect(page.getByText('Your data is ready.')).toBeVisible()
    })

    test('a person signs in with a mailed link and gets to the page they wanted', async ({ page }) => {
      const account = await makeAccount()
      await page.goto('/sign-in?next=/account/email')
      await page.getByRole('link', { name: 'Email me a sign-in link' }).click()
      await expect(page.getByRole('heading', { name: 'Sign in with a link' })).toBeVisible()
      await page.getByLabel('Email', { exact: true }).fill(account.email)
      await passCheck(page, 'auth.requestMagicLink')
      await page.getByRole('button', { name: 'Send link' }).click()
      await expect(
        page
          .getByRole('heading', { name: 'Check your email' })
          .or(page.getByText('Check your email'))
          .first(),
      ).toBeVisible()
      await followMailedLink(page, account.email, '/sign-in/link')
      await expect(page.getByText(account.email)).toBeVisible()
      await page.getByRole('button', { name: 'Sign in', exact: true }).click()
      await expect(page).toHaveURL(/\/account\/email$/)
    })
  })
}

test('a person cancels at the provider', async ({ page }) => {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Continue with Local provider' }).click()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByText('You canceled at the provider.')).toBeVisible()
})
