import { expect, test } from '@playwright/test'

import { signIn } from '@e2e/fixtures/sign-in'
import { takenOver } from '@e2e/fixtures/taken-over'
import { uniqueWord } from '@e2e/fixtures/tasks'

test('the table says what each role may do, and which is yours', async ({ page }) => {
  await signIn(page, 'editor@acme.test')
  await page.goto('/acme/roles')
  const table = page.getByRole('table', { name: 'What each role may do' })
  await expect(table.getByRole('columnheader', { name: /^Editor/ })).toContainText('Yours')
  const row = table.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'delete tasks' }) })
  await expect(row.getByRole('cell').first()).toHaveText('Yes')
  await expect(row.getByRole('cell').nth(2)).toHaveText('Own tasks')
  await expect(row.getByRole('cell').nth(3)).toHaveText('No')
  await expect(page.getByRole('link', { name: 'New role' })).toHaveCount(0)
  await expect(page.getByRole('main').getByRole('link', { name: /Triage/ })).toHaveCount(0)
  expect((await page.goto('/acme/roles/new'))?.status()).toBe(403)
  await expect(page.getByRole('main')).toContainText("You don't have permission to create roles.")
  await page.getByRole('link', { name: 'What each role may do' }).click()
  await expect(page).toHaveURL(/\/acme\/roles$/)
})

test('an admin makes a role, changes it and deletes it, within what they may do themselves', async ({
  page,
}) => {
  const name = `Scout ${uniqueWord()}`
  await signIn(page, 'admin@acme.test')
  await page.goto('/acme/roles')
  await page.getByRole('link', { name: 'New role' }).click()
  await takenOver(page)
  await expect(page.getByLabel('see tasks')).toBeVisible()
  await expect(page.getByLabel('delete the organization')).toHaveCount(0)

  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByRole('button', { name: 'Create role' }).click()
  await expect(page.getByText('Choose at least one permission.')).toBeVisible()
  await page.getByLabel('see tasks').check()
  await page.getByLabel('create tasks').check()
  await page.getByRole('button', { name: 'Create role' }).click()
  await expect(page).toHaveURL(/\/acme\/roles$/)

  const entry = page.getByRole('main').getByRole('link', { name })
  await expect(entry).toContainText('2 permissions, held by nobody')
  await entry.click()
  await takenOver(page)
  await expect(page.getByLabel('create tasks')).toBeChecked()
  await page.getByLabel('create tasks').uncheck()
  await page.getByLabel('Name', { exact: true }).fill('ADMIN')
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByText('Every organization has a role of this name.')).toBeVisible()
  await page.getByLabel('Name', { exact: true }).fill(`${name} II`)
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByText('Changes saved.')).toBeVisible()
  await page.getByRole('button', { name: 'Delete role' }).click()
  await expect(page).toHaveURL(/\/acme\/roles$/)
  await expect(page.getByText(name)).toHaveCount(0)
})

test('a role that allows more than an admin may is not theirs to change', async ({ page }) => {
  await signIn(page, 'admin@acme.test')
  await page.goto('/acme/roles')
  const roles = page.getByRole('region', { name: 'Roles of this organization' })
  await expect(roles.getByText('Steward')).toBeVisible()
  await expect(roles.getByRole('link', { name: /Steward/ })).toHaveCount(0)
  await expect(roles.getByRole('link', { name: /Triage/ })).toBeVisible()
})

test('who gets a role of the organization’s own has what it allows, at once', async ({ page, browser }) => {
  const word = uniqueWord()
  await signIn(page, 'owner@acme.test')
  await page.goto('/acme/roles/new')
  await takenOver(page)
  await page.getByLabel('Name', { exact: true }).fill(`Reader ${word}`)
  await page.getByLabel('see tasks').check()
  await page.getByRole('button', { name: 'Create role' }).click()
  await expect(page).toHaveURL(/\/acme\/roles$/)
  const address = await page.getByRole('link', { name: new RegExp(word) }).getAttribute('href')

  await page.goto('/acme/members?search=both')
  await takenOver(page)
  await page.getByLabel('Role of Acme and Globex').selectOption({ label: `Reader ${word}` })
  await expect(page.getByText(`Role of Acme and Globex: Reader ${word}`)).toBeVisible()

  const holder = await (await browser.newContext()).newPage()
  await signIn(holder, 'both@gatehouse.test')
  await holder.goto('/acme/tasks')
  await expect(holder.getByRole('navigation', { name: 'Acme' }).getByRole('link')).toHaveText([
    'Tasks',
    'Settings',
  ])
  await expect(holder.getByRole('link', { name: 'New task' })).toHaveCount(0)
  expect((await holder.goto('/acme/members'))?.status()).toBe(403)
  await expect(holder.getByRole('main')).toContainText(
    "You don't have permission to see members and roles. Ask an owner or admin of this organization.",
  )
  await holder.goto('/acme/settings')
  await expect(holder.getByRole('button', { name: 'Leave organization' })).toBeVisible()
  // The other organization is as it was.
  expect((await holder.goto('/globex/members'))?.status()).toBe(200)
  await holder.context().close()

  await page.goto(address ?? '')
  await takenOver(page)
  await page.getByRole('button', { name: 'Delete role' }).click()
  await expect(page.getByText('This role is in use: 1 member has it.')).toBeVisible()

  await page.goto('/acme/members?search=both')
  await takenOver(page)
  await page.getByLabel('Role of Acme and Globex').selectOption({ label: 'Editor' })
  await expect(page.getByText('Role of Acme and Globex: Editor')).toBeVisible()
  await page.goto(address ?? '')
  await takenOver(page)
  await page.getByRole('button', { name: 'Delete role' }).click()
  await expect(page).toHaveURL(/\/acme\/roles$/)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a role is made, refused with all that was ticked, changed and deleted', async ({ page }) => {
    const name = `By hand ${uniqueWord()}`
    await signIn(page, 'owner@acme.test')
    await page.goto('/acme/roles/new')
    await page.getByLabel('Name', { exact: true }).fill('Triage')
    await page.getByLabel('see tasks').check()
    await page.getByLabel('invite people').check()
    await page.getByRole('button', { name: 'Create role' }).click()
    await expect(page.getByText('Another role of this organization has this name.')).toBeVisible()
    await expect(page.getByLabel('see tasks')).toBeChecked()
    await expect(page.getByLabel('invite people')).toBeChecked()
    await expect(page.getByLabel('delete tasks')).not.toBeChecked()

    await page.getByLabel('Name', { exact: true }).fill(name)
    await page.getByRole('button', { name: 'Create role' }).click()
    await expect(page).toHaveURL(/\/acme\/roles$/)
    await page.getByRole('main').getByRole('link', { name }).click()
    await page.getByLabel('invite people').uncheck()
    await page.getByRole('button', { name: 'Save changes' }).click()
    await expect(page.getByText('Changes saved.')).toBeVisible()
    await expect(page.getByLabel('invite people')).not.toBeChecked()
    await page.getByRole('button', { name: 'Delete role' }).click()
    await expect(page).toHaveURL(/\/acme\/roles$/)
    await expect(page.getByText(name)).toHaveCount(0)
  })
})
