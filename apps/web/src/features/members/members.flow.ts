import { expect, test } from '@playwright/test'

import { signIn } from '@e2e/fixtures/sign-in'
import { takenOver } from '@e2e/fixtures/taken-over'

test('members are listed with their role, address and the day they joined', async ({ page }) => {
  await signIn(page, 'viewer@acme.test')
  await page.goto('/acme/members')
  const row = page.getByRole('row').filter({ hasText: 'admin@acme.test' })
  await expect(row.getByRole('rowheader')).toContainText('Acme Admin')
  await expect(row).toContainText('Admin')
  await expect(row.getByRole('time')).toHaveAttribute('datetime', /^\d{4}-\d{2}-\d{2}T/)
  await expect(page.getByRole('row').filter({ hasText: 'You' })).toContainText('viewer@acme.test')
  await expect(page.getByText('globex.test')).toHaveCount(0)
})

test('members are found by name or address', async ({ page }) => {
  await signIn(page, 'owner@acme.test')
  await page.goto('/acme/members')
  await takenOver(page)
  const search = page.getByRole('searchbox', { name: 'Search by name or e-mail' })
  await search.fill('EDITOR@')
  await expect(page).toHaveURL(/search=EDITOR/)
  await expect(page.getByRole('rowheader')).toHaveText([/Acme Editor/])
  await expect(search).toBeFocused()
  await search.fill('nobody has this name')
  await expect(page.getByText('Nobody by that name or address')).toBeVisible()
  await page.getByRole('link', { name: 'Show all members' }).click()
  await expect(page.getByRole('rowheader').filter({ hasText: 'Acme Owner' })).toBeVisible()
})

test('an organization opens on its tasks', async ({ page }) => {
  await signIn(page, 'owner@acme.test')
  await page.goto('/acme')
  await expect(page).toHaveURL(/\/acme\/tasks$/)
})
