import type { Page } from '@playwright/test'

import { passCheck, waitForCheck } from '@e2e/fixtures/captcha'
import { mailDirectory } from '@kit/attacks/app/environment'
import { readMessages } from '@kit/attacks/state/mailbox'
import { expect, test } from '@e2e/fixtures/test'
import { uniqueWord } from '@e2e/fixtures/unique-word'

async function write(page: Page, word: string): Promise<void> {
  await page.getByLabel('Name', { exact: true }).fill(`Visitor ${word}`)
  await page.getByLabel('Email', { exact: true }).fill(`${word}@flows.test`)
  await page.getByLabel('Message', { exact: true }).fill(`Good day.\nIs ${word} there?`)
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a visitor can send a contact message', async ({ page }) => {
      const word = uniqueWord()
      await page.goto('/')
      await page.getByRole('link', { name: 'Contact' }).click()
      await expect(page.getByRole('heading', { name: 'Contact us' })).toBeVisible()
      await write(page, word)
      await (javaScriptEnabled ? passCheck(page, 'contact.send') : waitForCheck(page))
      await page.getByRole('button', { name: 'Send message' }).click()
      await expect(page.getByText('Message sent')).toBeVisible()
      const mails = async () =>
        (await readMessages(mailDirectory())).filter(({ text }) => text.includes(word))
      // Mail leaves after the response.
      await expect.poll(async () => (await mails()).length).toBe(1)
      const [mail] = await mails()
      expect(mail).toMatchObject({ to: 'contact@gatehouse.test', replyTo: `${word}@flows.test` })
      expect(mail?.text).toContain(`Good day.\nIs ${word} there?`)
    })
  })
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a message sent too fast shows an error and nothing typed is lost', async ({ page }) => {
    await page.goto('/contact')
    const word = uniqueWord()
    await write(page, word)
    await page.getByRole('button', { name: 'Send message' }).click()
    await expect(page.getByText('You sent this too soon.')).toBeVisible()
    await expect(page.getByLabel('Email', { exact: true })).toHaveValue(`${word}@flows.test`)
    await expect(page.getByLabel('Message', { exact: true })).toHaveValue(new RegExp(word))
  })
})

test('a failed check is announced and runs again from the keyboard', async ({ page }) => {
  await page.route('**/api/captcha?*', (route) => route.abort())
  await page.goto('/contact')
  await page.getByLabel('Name', { exact: true }).focus()
  const status = page.getByRole('status').filter({ hasText: 'check' })
  await expect(status).toHaveText('The check failed.')
  await page.unroute('**/api/captcha?*')
  await write(page, uniqueWord())
  await passCheck(page, 'contact.send')
  await expect(page.getByRole('button', { name: 'Try again' })).toHaveCount(0)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Send message' })).toBeFocused()
})

test('a message sent at once waits for its check', async ({ page }) => {
  await page.goto('/contact')
  // The check begins with the first field.
  await page.getByLabel('Name', { exact: true }).focus()
  await passCheck(page, 'contact.send')
  await page.reload({ waitUntil: 'networkidle' })
  await write(page, uniqueWord())
  await page.getByLabel('Email', { exact: true }).press('Enter')
  await expect(page.getByText('Message sent')).toBeVisible()
})
