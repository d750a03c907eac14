import { expect, test, type Page } from '@playwright/test'

import { createAccount, enter, stranger } from '@e2e/fixtures/accounts'
import { waitForCheck } from '@e2e/fixtures/captcha'
import { mailDirectory } from '@kit/attacks/app/environment'
import { readMessages } from '@kit/attacks/state/mailbox'
import { uniqueWord } from '@e2e/fixtures/tasks'

async function write(page: Page, word: string): Promise<void> {
  await page.getByLabel('Name', { exact: true }).fill(`Visitor ${word}`)
  await page.getByLabel('E-mail', { exact: true }).fill(`${word}@flows.test`)
  await page.getByLabel('Message', { exact: true }).fill(`Good day.\nIs ${word} there?`)
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a visitor finds the contact form, and what they write arrives', async ({ page }) => {
      const word = uniqueWord()
      await page.goto('/')
      await page.getByRole('link', { name: 'Contact' }).click()
      await expect(page.getByRole('heading', { name: 'Write to us' })).toBeVisible()
      await write(page, word)
      await waitForCheck(page)
      await page.getByRole('button', { name: 'Send message' }).click()
      await expect(page.getByText('Your message is sent')).toBeVisible()
      const messages = await readMessages(mailDirectory())
      const [mail, ...more] = messages.filter(({ text }) => text.includes(word))
      expect(more).toEqual([])
      expect(mail).toMatchObject({ to: 'contact@gatehouse.test', replyTo: `${word}@flows.test` })
      expect(mail?.text).toContain(`Good day.\nIs ${word} there?`)
    })

    test('signing in after failures asks for a check, and the address stays', async ({ page, browser }) => {
      const account = stranger()
      await createAccount(browser, account)

      await page.goto('/sign-in?next=/account')
      for (let guess = 0; guess < 3; guess += 1) {
        await enter(page, { ...account, password: `wrong guess ${guess}` })
        await expect(page.getByText('Incorrect email or password')).toBeVisible()
      }
      await enter(page, { ...account, password: 'wrong once more' })
      await expect(page.getByText("Wait for the check that you're not a robot")).toBeVisible()
      await expect(page.getByLabel('E-mail', { exact: true })).toHaveValue(account.email)

      // A wrong guess with the check done: the form goes on asking for it.
      await page.getByLabel('Password', { exact: true }).fill('and wrong again')
      await waitForCheck(page)
      await page.getByRole('button', { name: 'Sign in', exact: true }).click()
      await expect(page.getByText('Incorrect email or password')).toBeVisible()
      await page.getByLabel('Password', { exact: true }).fill(account.password)
      await waitForCheck(page)
      await page.getByRole('button', { name: 'Sign in', exact: true }).click()
      await expect(page).toHaveURL(/\/account$/)
    })
  })
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('who is too fast is told, and nothing typed is lost', async ({ page }) => {
    await page.goto('/contact')
    const word = uniqueWord()
    await write(page, word)
    await page.getByRole('button', { name: 'Send message' }).click()
    await expect(page.getByText('That was too soon.')).toBeVisible()
    await expect(page.getByLabel('E-mail', { exact: true })).toHaveValue(`${word}@flows.test`)
    await expect(page.getByLabel('Message', { exact: true })).toHaveValue(new RegExp(word))
  })
})

test('the check is told to readers, and done again from the keyboard when it could not be done', async ({
  page,
}) => {
  await page.route('**/api/captcha?*', (route) => route.abort())
  await page.goto('/contact')
  await page.getByLabel('Name', { exact: true }).focus()
  const status = page.getByRole('status').filter({ hasText: 'check' })
  await expect(status).toHaveText('The check could not be done.')
  await page.unroute('**/api/captcha?*')
  await write(page, uniqueWord())
  await waitForCheck(page)
  await expect(page.getByRole('button', { name: 'Check again' })).toHaveCount(0)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Send message' })).toBeFocused()
})

test('sent at once, the form waits for its check by itself', async ({ page }) => {
  await page.goto('/contact')
  // Its script runs once the check is under way.
  await page.getByLabel('Name', { exact: true }).focus()
  await waitForCheck(page)
  await page.reload({ waitUntil: 'networkidle' })
  await write(page, uniqueWord())
  await page.getByLabel('E-mail', { exact: true }).press('Enter')
  await expect(page.getByText('Your message is sent')).toBeVisible()
})
