import { mailDirectory } from '@kit/attacks/app/environment'
import { readMessages } from '@kit/attacks/state/mailbox'
import { confirmEmail, enter, followMailedLink, makeAccount, signUp, stranger } from '@e2e/fixtures/accounts'
import { passCheck } from '@e2e/fixtures/captcha'
import { makeOrganization } from '@e2e/fixtures/organizations'
import { signIn } from '@e2e/fixtures/session'
import { expect, test } from '@e2e/fixtures/test'
import { demoPassword } from '@kit/attacks/app/people'

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a visitor can sign up, confirm their email and create an organization', async ({ page }) => {
      const account = stranger()
      await signUp(page, account)

      await page.goto('/sign-in?next=/organizations/new')
      await enter(page, account)
      await expect(page.getByText("If you haven't verified your email")).toBeVisible()
      await expect(page.getByLabel('Email', { exact: true })).toHaveValue(account.email)

      await confirmEmail(page, account)

      const slug = account.email.slice(0, account.email.indexOf('@'))
      await page.getByLabel('Name', { exact: true }).fill(`Works of ${slug}`)
      await page.getByLabel('URL', { exact: true }).fill('acme')
      await page.getByRole('button', { name: 'Create organization' }).click()
      await expect(page.getByText(/This URL is taken. Try acme-\d+\./)).toBeVisible()
      await expect(page.getByLabel('Name', { exact: true })).toHaveValue(`Works of ${slug}`)
      await page.getByLabel('URL', { exact: true }).fill(slug)
      await page.getByRole('button', { name: 'Create organization' }).click()
      // The timeout of the whole test, because a development server compiles the page first.
      await page.waitForURL(`**/${slug}/*`)
    })

    test('in another browser, a visitor verifies their email with the password and then signs in', async ({
      page,
      browser,
    }) => {
      const account = stranger()
      await signUp(page, account)
      const context = await browser.newContext({ javaScriptEnabled })
      const other = await context.newPage()
      await followMailedLink(other, account.email, '/verify-email')
      await other.getByLabel('Password', { exact: true }).fill(account.password)
      await other.getByRole('button', { name: 'Verify email' }).click()
      await expect(other.getByText('Your email is verified.')).toBeVisible()
      await other.getByRole('link', { name: 'Sign in' }).click()
      await enter(other, account)
      await expect(other).toHaveURL(/\/organizations\/new$/)
      await context.close()
    })

    test('a visitor gets the link again, or signs up with another email', async ({ page }) => {
      const account = stranger()
      await signUp(page, account)
      await expect(page.getByText(account.email)).toBeVisible()
      const mails = async () =>
        (await readMessages(mailDirectory())).filter(({ to }) => to === account.email).length
      await expect.poll(mails).toBe(1)
      await page.getByRole('button', { name: 'Send again' }).click()
      await expect(page.getByText('Sent. It can take a minute to arrive.')).toBeVisible()
      await expect.poll(mails).toBe(2)
      await page.getByRole('link', { name: 'Use another one' }).click()
      await expect(page.getByRole('button', { name: 'Create account' })).toBeVisible()
    })

    test('a person can reset a forgotten password once per link', async ({ page }) => {
      const account = await makeAccount()
      await page.goto('/forgot-password')
      await page.getByLabel('Email', { exact: true }).fill(account.email)
      await passCheck(page, 'auth.requestPasswordReset')
      await page.getByRole('button', { name: /link/i }).click()
      await expect(page.getByText('Check your email')).toBeVisible()

      await followMailedLink(page, account.email, '/reset-password')
      const link = page.url()
      const password = `${account.password} again`
      await page.getByLabel('New password', { exact: true }).fill(password)
      await page.getByRole('button', { name: 'Change password' }).click()
      await expect(page.getByText('Your password has been changed')).toBeVisible()

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

    test('a person can change their name and password and stays signed in', async ({ page, browser }) => {
      const account = await makeAccount()
      await signIn(page, account.email)
      const elsewhere = await browser.newPage()
      await elsewhere.context().addCookies(await page.context().cookies())

      await page.goto('/account')
      await page.getByLabel('Name', { exact: true }).fill('Renamed Person')
      await page.getByRole('button', { name: 'Save', exact: true }).click()
      await expect(page.getByText('Saved.')).toBeVisible()

      await page.getByRole('link', { name: 'Security' }).click()
      await page.waitForURL('**/account/security')
      await page.getByLabel('Current password', { exact: true }).fill('not my password')
      await page.getByLabel('New password', { exact: true }).fill('a new pass phrase')
      await page.getByRole('button', { name: 'Change password' }).click()
      await expect(page.getByText('Incorrect password.')).toBeVisible()
      await page.getByLabel('Current password', { exact: true }).fill(account.password)
      await page.getByLabel('New password', { exact: true }).fill('a new pass phrase')
      await page.getByRole('button', { name: 'Change password' }).click()
      await expect(page.getByText('Your password has been changed.')).toBeVisible()

      await page.goto('/account')
      await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Renamed Person')
      expect((await elsewhere.goto('/account'))?.status()).toBe(401)
      await elsewhere.close()
    })

    test('signing out ends the session on the server', async ({ page, browser }) => {
      const account = await makeAccount()
      await signIn(page, account.email)
      const copy = await browser.newPage()
      await copy.context().addCookies(await page.context().cookies())

      await page.goto('/organizations')
      await page.getByRole('button', { name: 'Account:' }).click()
      await page.getByRole('button', { name: 'Sign out' }).click()
      await expect(page).toHaveURL(/\/sign-in$/)
      expect((await copy.goto('/organizations'))?.status()).toBe(401)
      await copy.close()
    })

    test('signing in after failures asks for a check and keeps the email', async ({ page }) => {
      const account = await makeAccount()

      await page.goto('/sign-in?next=/account')
      for (let guess = 0; guess < 3; guess += 1) {
        await enter(page, { ...account, password: `wrong guess ${guess}` })
        await expect(page.getByText('Incorrect email or password')).toBeVisible()
      }
      await enter(page, { ...account, password: 'wrong once more' })
      await expect(page.getByText('Wait for the bot check to finish')).toBeVisible()
      await expect(page.getByLabel('Email', { exact: true })).toHaveValue(account.email)

      // After a wrong password, the form asks for another check.
      await page.getByLabel('Password', { exact: true }).fill('and wrong again')
      await passCheck(page, 'auth.signIn')
      await page.getByRole('button', { name: 'Sign in', exact: true }).click()
      await expect(page.getByText('Incorrect email or password')).toBeVisible()
      await page.getByLabel('Password', { exact: true }).fill(account.password)
      await passCheck(page, 'auth.signIn')
      await page.getByRole('button', { name: 'Sign in', exact: true }).click()
      await expect(page).toHaveURL(/\/account$/)
    })
  })
}

test('signing in returns to the page that asked for it', async ({ page }) => {
  await page.goto('/acme/members?search=owner')
  await enter(page, { email: 'viewer@acme.test', password: demoPassword })
  await expect(page).toHaveURL(/\/acme\/members\?search=owner$/)
})

test('signing in opens the only organization, or the one opened last in this browser', async ({ page }) => {
  const account = await makeAccount()
  const { slug } = await makeOrganization({ 'owner@acme.test': 'owner', [account.email]: 'viewer' })
  await page.goto('/sign-in')
  await enter(page, account)
  await expect(page).toHaveURL(new RegExp(`/${slug}/[\\w-]+$`))

  const other = await makeOrganization({ 'owner@acme.test': 'owner', [account.email]: 'viewer' })
  await page.context().clearCookies()
  await page.goto('/sign-in')
  await enter(page, account)
  await expect(page).toHaveURL(/\/organizations$/)
  await page.getByRole('main').getByRole('link', { name: other.name }).click()
  await expect(page.getByRole('button', { name: `Organization: ${other.name}` })).toBeVisible()
  await page.getByRole('button', { name: 'Account:' }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/\/sign-in$/)
  await enter(page, account)
  await expect(page).toHaveURL(new RegExp(`/${other.slug}/[\\w-]+$`))
})

test('a sign-in that takes long says so', async ({ page }) => {
  await page.clock.install()
  await page.goto('/sign-in')
  await page.route('**/sign-in', () => {})
  await enter(page, { email: 'viewer@acme.test', password: demoPassword })
  await expect(page.getByRole('button', { name: 'Signing in…' })).toBeVisible()
  await page.clock.fastForward('00:06')
  await expect(page.getByRole('button', { name: 'Taking longer than usual…' })).toBeVisible()
})

test('forms behind mailed links tell password managers which account the password is for', async ({
  page,
}) => {
  const account = await makeAccount()
  await page.goto('/forgot-password')
  await page.getByLabel('Email', { exact: true }).fill(account.email)
  await passCheck(page, 'auth.requestPasswordReset')
  await page.getByRole('button', { name: /link/i }).click()
  await expect(page.getByText('Check your email')).toBeVisible()
  await followMailedLink(page, account.email, '/reset-password')
  await expect(page.locator('[autocomplete=username]')).toHaveValue(account.email)
  await page.goto('/reset-password?token=none')
  await expect(page.locator('[autocomplete=username]')).toHaveCount(0)

  const other = stranger()
  await signUp(page, other)
  await page.context().clearCookies()
  await followMailedLink(page, other.email, '/verify-email')
  await expect(page.locator('[autocomplete=username]')).toHaveValue(other.email)
})

test('a person can switch between organizations', async ({ page }) => {
  await signIn(page, 'both@gatehouse.test')
  await page.goto('/organizations')
  await page.getByRole('main').getByRole('link', { name: /Acme/ }).click()
  await expect(page).toHaveURL(/\/acme\/[\w-]+$/)
  await page.getByRole('button', { name: 'Organization: Acme' }).click()
  await page.getByRole('link', { name: /^Globex/ }).click()
  await expect(page).toHaveURL(/\/globex\/[\w-]+$/)
  await expect(page.getByRole('button', { name: 'Organization: Globex' })).toBeVisible()
})

test('a short password shows an error and nothing typed is lost', async ({ page }) => {
  const account = stranger()
  await page.goto('/sign-up')
  await page.getByLabel('Name', { exact: true }).fill(account.name)
  await page.getByLabel('Email', { exact: true }).fill(account.email)
  await page.getByLabel('Password', { exact: true }).fill('short')
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(page.getByLabel('Password', { exact: true })).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByLabel('Email', { exact: true })).toHaveValue(account.email)
})
