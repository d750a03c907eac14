import type { Page } from '@playwright/test'

import { passCheck } from '../fixtures/captcha'
import { earlierDeployment, UNKNOWN_ACTION } from '../fixtures/earlier-deployment'
import { invitationOf } from '../fixtures/invitations'
import { makeOrganization } from '../fixtures/organizations'
import { signIn } from '../fixtures/session'
import { expect, test } from '../fixtures/test'
import { uniqueWord } from '../fixtures/unique-word'

/** Makes the page's scripts send calls as if the page came from an earlier deployment. */
async function age(page: Page): Promise<void> {
  await page.route('**', (route) => {
    const headers = route.request().headers()
    if (!headers['next-action']) return route.continue()
    return route.continue({
      headers: { ...headers, 'next-action': UNKNOWN_ACTION, 'x-deployment-id': earlierDeployment() },
    })
  })
}

test('after a deploy a form asks for a reload and keeps what was typed', async ({ page }) => {
  const { slug } = await makeOrganization({ 'owner@acme.test': 'owner' })
  const guest = `${uniqueWord()}@attack.test`
  const email = page.getByRole('main').getByLabel('Email', { exact: true })
  const role = page.getByRole('main').getByLabel('Role', { exact: true })
  await signIn(page, 'owner@acme.test')
  await page.goto(`/${slug}/members/invitations`)
  await email.fill(guest)
  await role.selectOption('Viewer')
  await age(page)
  await page.getByRole('button', { name: 'Send invitation' }).click()
  const alert = page.getByRole('alert').filter({ hasText: 'Gatehouse was updated. Reload to continue.' })
  await expect(alert).toBeFocused()

  await page.unroute('**')
  await alert.getByRole('button', { name: 'Reload' }).click()
  await expect(alert).toHaveCount(0)
  await expect(email).toHaveValue(guest)
  await expect(role.locator('option:checked')).toHaveText('Viewer')
  await page.getByRole('button', { name: 'Send invitation' }).click()
  await expect(invitationOf(page, guest)).toContainText('Viewer')

  // The text is restored only once, so the next form is empty.
  await page.goto(`/${slug}/members/invitations`)
  await expect(email).toHaveValue('')
})

test('after a deploy a password is not kept', async ({ page }) => {
  await page.goto('/sign-in')
  await page.getByLabel('Email').fill('owner@acme.test')
  await page.getByLabel('Password', { exact: true }).fill('a long secret password')
  await page.getByRole('button', { name: 'Show password' }).click()
  await age(page)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByRole('button', { name: 'Reload' }).click()
  await expect(page.getByLabel('Email')).toHaveValue('owner@acme.test')
  await expect(page.getByLabel('Password', { exact: true })).toHaveValue('')
})

test('after a deploy an error page asks for a reload', async ({ page }) => {
  await signIn(page, 'viewer@acme.test')
  await page.goto('/organizations')
  await age(page)
  await page.getByRole('button', { name: 'Account:' }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('heading', { name: 'Gatehouse was updated' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Reload' })).toBeVisible()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('after a deploy a form comes back with what was typed, and can be sent', async ({ page }) => {
    const word = uniqueWord()
    await page.goto('/contact')
    await page.getByLabel('Name', { exact: true }).fill(`Visitor ${word}`)
    await page.getByLabel('Email', { exact: true }).fill(`${word}@flows.test`)
    await page.getByLabel('Message', { exact: true }).fill('Still here?')
    await page.route('**/contact', async (route) => {
      const body = route.request().postDataBuffer()?.toString('latin1')
      if (!body) return route.continue()
      const aged = body
        .replace(/"id":"[0-9a-f]{42}"/, `"id":"${UNKNOWN_ACTION}"`)
        .replace(/(name="\$ACTION_DEPLOYMENT"\r\n\r\n)[\w-]+/, `$1${earlierDeployment()}`)
      return route.continue({ postData: Buffer.from(aged, 'latin1') })
    })
    await page.getByRole('button', { name: 'Send message' }).click()
    await expect(page.getByRole('alert').first()).toContainText('Gatehouse was updated')
    await expect(page.getByLabel('Name', { exact: true })).toHaveValue(`Visitor ${word}`)
    await expect(page.getByLabel('Message', { exact: true })).toHaveValue('Still here?')
    await page.unroute('**/contact')
    await passCheck(page, 'contact.send')
    await page.getByRole('button', { name: 'Send message' }).click()
    await expect(page.getByText('Message sent')).toBeVisible()
  })
})
