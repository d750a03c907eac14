import type { Page } from '@playwright/test'

import { signIn } from '@e2e/fixtures/session'
import { fieldOf, makeTasks, openList, rowOf } from '@e2e/tasks/fixtures'
import { expect, test } from '@e2e/fixtures/test'
import { uniqueWord } from '@e2e/fixtures/unique-word'

/** Opens the list with three new tasks. Returns the word that their titles end with. */
async function openThree(page: Page): Promise<string> {
  const word = uniqueWord()
  const tasks = ['One', 'Two', 'Three'].map((name) => ({ title: `${name} ${word}` }))
  await makeTasks('acme', 'owner@acme.test', tasks)
  await openList(page, word)
  return word
}

test('an owner can change several tasks at once', async ({ page }) => {
  await signIn(page, 'owner@acme.test')
  const word = await openThree(page)
  await page.getByLabel(`Select One ${word}`).check()
  await page.getByLabel(`Select Three ${word}`).check()
  const bar = page.getByRole('region', { name: 'Selected tasks' })
  await expect(bar).toContainText('2 selected')

  await bar.getByLabel('Set status').selectOption('Done')
  await bar.getByLabel('Set priority').selectOption('Urgent')
  await bar.getByLabel('Set assignee').selectOption('Acme Editor')
  await bar.getByLabel('Set due date').selectOption('Pick a date…')
  await bar.getByLabel('Due on').fill('2031-04-05')
  await bar.getByRole('button', { name: 'Update 2 tasks' }).click()

  await expect(page.getByText('2 tasks updated')).toBeVisible()
  await expect(bar).toBeHidden()
  for (const title of [`One ${word}`, `Three ${word}`]) {
    await expect(fieldOf(page, 'Status', title)).toHaveAccessibleName(/: Done$/)
    await expect(fieldOf(page, 'Priority', title)).toHaveAccessibleName(/: Urgent$/)
    await expect(rowOf(page, title)).toContainText('Apr 5, 2031')
  }
  await expect(fieldOf(page, 'Status', `Two ${word}`)).toHaveAccessibleName(/: To do$/)
})

test('an owner can clear the assignee and due date of selected tasks', async ({ page }) => {
  await signIn(page, 'owner@acme.test')
  const word = uniqueWord()
  const title = `Free ${word}`
  await makeTasks('acme', 'owner@acme.test', [{ title, assignee: 'viewer@acme.test', due: '2031-04-05' }])
  await openList(page, word)
  await page.getByLabel('Select all tasks on this page').check()
  await page.getByLabel('Set assignee').selectOption('Unassigned')
  await page.getByLabel('Set due date').selectOption('No due date')
  await page.getByRole('button', { name: 'Update 1 task' }).click()
  await expect(page.getByText('1 task updated')).toBeVisible()
  await expect(fieldOf(page, 'Assignee', title)).toHaveAccessibleName(/: Unassigned$/)
  await expect(rowOf(page, title)).not.toContainText('Apr 5')
})

test('an owner can delete several tasks after confirming how many', async ({ page }) => {
  await signIn(page, 'owner@acme.test')
  const word = await openThree(page)
  await page.getByLabel('Select all tasks on this page').check()
  await page.getByRole('button', { name: 'Delete', exact: true }).click()
  const dialog = page.getByRole('alertdialog', { name: 'Delete 3 tasks?' })
  await expect(dialog.getByRole('listitem')).toHaveCount(3)
  for (const item of await dialog.getByRole('listitem').all()) await expect(item).toContainText(word)
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByRole('row').filter({ hasText: word })).toHaveCount(3)

  await page.getByRole('button', { name: 'Delete', exact: true }).click()
  await dialog.getByRole('button', { name: 'Delete 3 tasks' }).click()
  await expect(page.getByText('3 tasks deleted')).toBeVisible()
  await expect(page.getByText('No matching tasks')).toBeVisible()
})

test('one key leads from a checked row to the bulk actions and back', async ({ page }) => {
  await signIn(page, 'owner@acme.test')
  await openThree(page)
  const checkbox = page.getByRole('row').getByRole('checkbox').last()
  await checkbox.focus()
  await page.keyboard.press('Enter')
  await expect(checkbox).toBeFocused()
  await page.keyboard.press('Space')
  await page.keyboard.press('Enter')
  const bar = page.getByRole('region', { name: 'Selected tasks' })
  await expect(bar.getByLabel('Set status')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(checkbox).toBeFocused()
  await expect(checkbox).toBeChecked()
})

test('a bulk change with nothing chosen shows an error', async ({ page }) => {
  await signIn(page, 'owner@acme.test')
  const word = uniqueWord()
  await makeTasks('acme', 'owner@acme.test', [{ title: `Same ${word}` }])
  await openList(page, word)
  await page.getByLabel(`Select Same ${word}`).check()
  await page.getByRole('button', { name: 'Update 1 task' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Choose at least one change.' })).toBeVisible()
  await page.getByRole('button', { name: 'Clear selection' }).click()
  await expect(page.getByLabel(`Select Same ${word}`)).not.toBeChecked()
})

test('on a phone the bulk fields open on request', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await signIn(page, 'owner@acme.test')
  const word = uniqueWord()
  await makeTasks('acme', 'owner@acme.test', [{ title: `Small ${word}` }])
  await openList(page, word)
  await page.getByLabel(`Select Small ${word}`).check()
  await expect(page.getByLabel('Set status')).toBeHidden()
  await page.getByRole('button', { name: 'Edit', exact: true }).click()
  await page.getByLabel('Set status').selectOption('Canceled')
  await page.getByRole('button', { name: 'Update 1 task' }).click()
  await expect(fieldOf(page, 'Status', `Small ${word}`)).toHaveAccessibleName(/: Canceled$/)
})
