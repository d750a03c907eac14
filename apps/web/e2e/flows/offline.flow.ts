import { signIn } from '../fixtures/session'
import { takenOver } from '../fixtures/taken-over'
import { expect, test } from '../fixtures/test'

test('while offline, the page stays, and the requested page opens later', async ({ page, context }) => {
  await signIn(page, 'owner@acme.test')
  await page.goto('/acme/roles/new')
  await takenOver(page)
  await page.getByLabel('Name', { exact: true }).fill('Half a thought')
  await context.setOffline(true)
  await expect(page.getByText('You’re offline. You can keep reading and typing.')).toBeVisible()
  await page.getByRole('link', { name: 'Members' }).click()
  await expect(page.getByText('The page opens when you’re connected again.')).toBeVisible()
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Half a thought')

  await context.setOffline(false)
  await expect(page).toHaveURL(/\/acme\/members$/)
  await expect(page.getByText('You’re offline')).toBeHidden()
})

test('a connection that is lost on the way to a page keeps the page', async ({ page, context }) => {
  await signIn(page, 'owner@acme.test')
  await page.goto('/acme/roles/new')
  await takenOver(page)
  await page.getByLabel('Name', { exact: true }).fill('Half a thought')
  await page.route('**/acme/members**', async (route) => {
    await context.setOffline(true)
    await route.abort()
  })
  await page.getByRole('link', { name: 'Members' }).click()
  await expect(page.getByText('The page opens when you’re connected again.')).toBeVisible()
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Half a thought')
  await page.unrouteAll()
  await context.setOffline(false)
  await expect(page).toHaveURL(/\/acme\/members$/)
})
