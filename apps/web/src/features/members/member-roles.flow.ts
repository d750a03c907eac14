import { expect, type Page, test } from '@playwright/test'

import { makeOrganization } from '@e2e/fixtures/organizations'
import { signIn } from '@e2e/fixtures/sign-in'
import { takenOver } from '@e2e/fixtures/taken-over'

const rowOf = (page: Page, email: string) => page.getByRole('row').filter({ hasText: email })

async function openMembers(page: Page, slug: string): Promise<void> {
  await page.goto(`/${slug}/members`)
  await takenOver(page)
}

test('an owner gives roles, and an owner’s only after a question', async ({ page }) => {
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

test('an admin reaches those below, and gives what is below', async ({ page }) => {
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

test('who may change nobody finds nothing to do it with', async ({ page }) => {
  const { slug } = await makeOrganization({ 'owner@acme.test': 'owner', 'editor@acme.test': 'editor' })
  await signIn(page, 'editor@acme.test')
  await openMembers(page, slug)
  await expect(rowOf(page, 'owner@acme.test')).toContainText('Owner')
  await expect(page.getByRole('main').getByRole('combobox')).toHaveCount(0)
  await expect(page.getByRole('main').getByRole('button', { name: /Remove/ })).toHaveCount(0)
})

test('a member is removed: their tasks are nobody’s, and their open pages say so', async ({
  page,
  browser,
}) => {
  const { slug } = await makeOrganization(
    { 'owner@acme.test': 'owner', 'editor@acme.test': 'editor' },
    { 'editor@acme.test': 2 },
  )
  const [acting, reading] = await Promise.all([0, 1].map(async () => (await browser.newContext()).newPage()))
  if (!acting || !reading) throw new Error('Two pages were opened.')
  for (const open of [acting, reading]) await signIn(open, 'editor@acme.test')
  await acting.goto(`/${slug}/tasks`)
  await takenOver(acting)
  await reading.goto(`/${slug}/members`)

  await signIn(page, 'owner@acme.test')
  await openMembers(page, slug)
  await page.getByRole('button', { name: 'Remove Acme Editor' }).click()
  await page.getByRole('button', { name: 'Remove member' }).click()
  await expect(page.getByText('Acme Editor is removed. 2 tasks have no assignee now.')).toBeVisible()
  await expect(rowOf(page, 'editor@acme.test')).toHaveCount(0)

  await acting.getByLabel('Status of Task 1').selectOption('Done')
  const alert = acting
    .getByRole('alert')
    .filter({ hasText: "This organization doesn't exist, or you're no longer a member." })
  await expect(alert).toBeVisible()
  await reading.getByRole('link', { name: 'Tasks' }).click()
  await expect(reading.getByText('you do not belong to this organization any more')).toBeVisible()
  expect((await reading.goto(`/${slug}/tasks`))?.status()).toBe(404)
  await Promise.all([acting, reading].map((open) => open.context().close()))
})
