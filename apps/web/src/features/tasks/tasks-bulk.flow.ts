import { expect, type Page, test } from '@playwright/test'

import { signIn } from '@e2e/fixtures/sign-in'
import { createTask, openList, rowOf, uniqueWord } from '@e2e/fixtures/tasks'

async function createThree(page: Page): Promise<string> {
  const word = uniqueWord()
  for (const name of ['One', 'Two', 'Three']) await createTask(page, `${name} ${word}`)
  await openList(page, word)
  return word
}

test('several tasks are changed at once', async ({ page }) => {
  await signIn(page, 'owner@acme.test')
  const word = await createThree(page)
  await page.getByLabel(`Select One ${word}`).check()
  await page.getByLabel(`Select Three ${word}`).check()
  const bar = page.getByRole('region', { name: 'Selected tasks' })
  await expect(bar).toContainText('2 selected')

  await bar.getByLabel('Set status').selectOption('Done')
  await bar.getByLabel('Set priority').selectOption('Urgent')
  await bar.getByLabel('Set assignee').selectOption('Acme Editor')
  await bar.getByLabel('Set due date').selectOption('On a day…')
  await bar.getByLabel('Due on').fill('2031-04-05')
  await bar.getByRole('button', { name: 'Change 2 tasks' }).click()

  await expect(page.getByText('2 tasks changed')).toBeVisible()
  await expect(bar).toBeHidden()
  for (const title of [`One ${word}`, `Three ${word}`]) {
    await expect(page.getByLabel(`Status of ${title}`)).toHaveValue('done')
    await expect(page.getByLabel(`Priority of ${title}`)).toHaveValue('urgent')
    await expect(rowOf(page, title)).toContainText('Apr 5, 2031')
  }
  await expect(page.getByLabel(`Status of Two ${word}`)).toHaveValue('todo')
})

test('several tasks lose their assignee and their due date', async ({ page }) => {
  await signIn(page, 'owner@acme.test')
  const word = uniqueWord()
  const title = `Free ${word}`
  await createTask(page, title, { assignee: 'Acme Viewer', due: '2031-04-05' })
  await openList(page, word)
  await page.getByLabel('Select all tasks on this page').check()
  await page.getByLabel('Set assignee').selectOption('Nobody')
  await page.getByLabel('Set due date').selectOption('No due date')
  await page.getByRole('button', { name: 'Change 1 task' }).click()
  await expect(page.getByText('1 task changed')).toBeVisible()
  await expect(page.getByLabel(`Assignee of ${title}`)).toHaveValue('')
  await expect(rowOf(page, title)).not.toContainText('Apr 5')
})

test('several tasks are deleted after a question that counts them', async ({ page }) => {
  await signIn(page, 'owner@acme.test')
  const word = await createThree(page)
  await page.getByLabel('Select all tasks on this page').check()
  await page.getByRole('button', { name: 'Delete', exact: true }).click()
  const dialog = page.getByRole('alertdialog', { name: 'Delete 3 tasks?' })
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByRole('row').filter({ hasText: word })).toHaveCount(3)

  await page.getByRole('button', { name: 'Delete', exact: true }).click()
  await dialog.getByRole('button', { name: 'Delete 3 tasks' }).click()
  await expect(page.getByText('3 tasks deleted')).toBeVisible()
  await expect(page.getByText('No task matches these filters')).toBeVisible()
})

test('a bulk change without a choice changes nothing and says so', async ({ page }) => {
  await signIn(page, 'owner@acme.test')
  const word = uniqueWord()
  await createTask(page, `Same ${word}`)
  await openList(page, word)
  await page.getByLabel(`Select Same ${word}`).check()
  await page.getByRole('button', { name: 'Change 1 task' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Choose what to change first.' })).toBeVisible()
  await page.getByRole('button', { name: 'Clear selection' }).click()
  await expect(page.getByLabel(`Select Same ${word}`)).not.toBeChecked()
})

test('on a phone the fields unfold when they are wanted', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await signIn(page, 'owner@acme.test')
  const word = uniqueWord()
  await createTask(page, `Small ${word}`)
  await openList(page, word)
  await page.getByLabel(`Select Small ${word}`).check()
  await expect(page.getByLabel('Set status')).toBeHidden()
  await page.getByRole('button', { name: 'Change', exact: true }).click()
  await page.getByLabel('Set status').selectOption('Cancelled')
  await page.getByRole('button', { name: 'Change 1 task' }).click()
  await expect(page.getByLabel(`Status of Small ${word}`)).toHaveValue('cancelled')
})
