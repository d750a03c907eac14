import type { Page } from '@playwright/test'

import { makeAccount } from '@e2e/fixtures/accounts'
import { database } from '@e2e/fixtures/database'
import { makeOrganization } from '@e2e/fixtures/organizations'
import { signIn } from '@e2e/fixtures/session'
import { takenOver } from '@e2e/fixtures/taken-over'
import { expect, test } from '@e2e/fixtures/test'

const rowOf = (page: Page, email: string) => page.getByRole('row').filter({ hasText: email })

async function openMembers(page: Page, slug: string): Promise<void> {
  await page.goto(`/${slug}/members`)
  await takenOver(page)
}

test('a viewer can see members with role, email and join date', async ({ page }) => {
  await signIn(page, 'viewer@acme.test')
  await page.goto('/acme/members')
  const row = page.getByRole('row').filter({ hasText: 'admin@acme.test' })
  await expect(row.getByRole('rowheader')).toContainText('Acme Admin')
  await expect(row).toContainText('Admin')
  await expect(row.getByRole('time')).toHaveAttribute('datetime', /^\d{4}-\d{2}-\d{2}T/)
  await expect(page.getByRole('row').filter({ hasText: 'You' })).toContainText('viewer@acme.test')
  await expect(page.getByText('globex.test')).toHaveCount(0)
})

test('a member can see who is suspended, and the other owner can’t leave them alone', async ({ page }) => {
  const { email } = await makeAccount()
  const { slug } = await makeOrganization({ 'owner@acme.test': 'owner', [email]: 'owner' })
  await database()`UPDATE "user" SET banned = true WHERE email = ${email}`
  await signIn(page, 'owner@acme.test')
  await page.goto(`/${slug}/members`)
  await expect(rowOf(page, email)).toContainText('Suspended')
  await expect(rowOf(page, 'owner@acme.test')).not.toContainText('Suspended')
  await page.goto(`/${slug}/settings`)
  await expect(page.getByText('You can’t leave, because you’re the only owner.')).toBeVisible()
})

test('an owner can search members by name or email', async ({ page }) => {
  await signIn(page, 'owner@acme.test')
  await page.goto('/acme/members')
  await takenOver(page)
  const search = page.getByRole('searchbox', { name: 'Search by name or email' })
  await search.fill('EDITOR@')
  await expect(page).toHaveURL(/search=EDITOR/)
  await expect(page.getByRole('rowheader')).toHaveText([/Acme Editor/])
  await expect(search).toBeFocused()
  await search.fill('nobody has this name')
  await expect(page.getByText('No matching members')).toBeVisible()
  await page.getByRole('link', { name: 'Show all members' }).click()
  await expect(page.getByRole('rowheader').filter({ hasText: 'Acme Owner' })).toBeVisible()
})

test('an owner can give roles, and confirms making an owner', async ({ page }) => {
  const { slug } = await makeOrganization({ 'owner@acme.test': 'owner', 'editor@acme.test': 'editor' })
  await signIn(page, 'owner@acme.test')
  await openMembers(page, slug)
  await page.getByLabel('Role of Acme Editor').selectOption('Viewer')
  await expect(page.getByText('Role of Acme Editor: Viewer')).toBeVisible()
  await page.reload()
  await takenOver(page)
  await expect(page.getByLabel('Role of Acme Editor')).toHaveValue('viewer')

  await page.getByLabel('Role of Acme Editor').selectOption('Owner')
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByLabel('Role of Acme Editor')).toHaveValue('viewer')
  await page.getByLabel('Role of Acme Editor').selectOption('Owner')
  await page.getByRole('button', { name: 'Make owner' }).click()
  await expect(rowOf(page, 'editor@acme.test')).toContainText('Owner')
  await expect(page.getByLabel('Role of Acme Editor')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Remove Acme Editor' })).toHaveCount(0)
})

test('an admin can change only members below and give only roles below', async ({ page }) => {
  const { slug } = await makeOrganization({
    'owner@acme.test': 'owner',
    'admin@acme.test': 'admin',
    'viewer@acme.test': 'viewer',
  })
  await signIn(page, 'admin@acme.test')
  await openMembers(page, slug)
  for (const name of ['Acme Owner', 'Acme Admin']) {
    await expect(page.getByLabel(`Role of ${name}`)).toHaveCount(0)
    await expect(page.getByRole('button', { name: `Remove ${name}` })).toHaveCount(0)
  }
  const options = page.getByLabel('Role of Acme Viewer').getByRole('option')
  expect(await options.allInnerTexts()).toEqual(['Editor', 'Viewer'])
})

test('an editor can’t change members', async ({ page }) => {
  const { slug } = await makeOrganization({ 'owner@acme.test': 'owner', 'editor@acme.test': 'editor' })
  await signIn(page, 'editor@acme.test')
  await openMembers(page, slug)
  await expect(rowOf(page, 'owner@acme.test')).toContainText('Owner')
  await expect(page.getByRole('main').getByRole('combobox')).toHaveCount(0)
  await expect(page.getByRole('main').getByRole('button', { name: /Remove/ })).toHaveCount(0)
})

test('an owner can remove a member, whose open pages say so', async ({ page, browser }) => {
  const { slug } = await makeOrganization({ 'owner@acme.test': 'owner', 'editor@acme.test': 'editor' })
  const reading = await (await browser.newContext()).newPage()
  await signIn(reading, 'editor@acme.test')
  await reading.goto(`/${slug}/members`)
  await takenOver(reading)

  await signIn(page, 'owner@acme.test')
  await openMembers(page, slug)
  await page.getByRole('button', { name: 'Remove Acme Editor' }).click()
  await page.getByRole('button', { name: 'Remove member' }).click()
  await expect(page.getByText('Acme Editor was removed. They had no assigned items.')).toBeVisible()
  await expect(rowOf(page, 'editor@acme.test')).toHaveCount(0)

  await reading.getByRole('link', { name: 'Settings' }).click()
  await expect(reading.getByText('no longer a member of this organization')).toBeVisible()
  expect((await reading.goto(`/${slug}/members`))?.status()).toBe(404)
  await reading.context().close()
})
