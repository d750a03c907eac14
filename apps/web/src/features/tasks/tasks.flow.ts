import { expect, test } from '@playwright/test'

import { signIn } from '@e2e/fixtures/sign-in'
import { takenOver } from '@e2e/fixtures/taken-over'
import { createTask, fillTask, openList, openNewTask, rowOf, uniqueWord } from '@e2e/fixtures/tasks'

test('a task is created with all that it has, and stands first in the list', async ({ page }) => {
  const title = `Order chairs ${uniqueWord()}`
  await signIn(page, 'editor@acme.test')
  const path = await openNewTask(page, title, {
    description: 'Twelve, with wheels.\nAnd a table.',
    status: 'In review',
    priority: 'Urgent',
    assignee: 'Acme Admin',
    due: '2001-02-03',
  })
  await page.reload()
  await expect(page.getByLabel('Description')).toHaveValue('Twelve, with wheels.\nAnd a table.')
  await expect(page.getByLabel('Due date')).toHaveValue('2001-02-03')

  await page.goto('/acme/tasks')
  const row = rowOf(page, title)
  await expect(row.getByLabel(`Status of ${title}`)).toHaveValue('in_review')
  await expect(row.getByLabel(`Priority of ${title}`)).toHaveValue('urgent')
  await expect(row).toContainText('Acme Admin')
  await expect(row).toContainText('Feb 3, 2001')
  await expect(row).toContainText('overdue')
  await expect(row.getByRole('link')).toHaveAttribute('href', path)
})

test('what the server refuses is said at the field, and nothing typed is lost', async ({ page }) => {
  await signIn(page, 'editor@acme.test')
  await page.goto('/acme/tasks/new')
  await takenOver(page)
  await fillTask(page, '   ', {
    description: 'Kept',
    status: 'Done',
    assignee: 'Acme Owner',
    due: '2030-01-31',
  })
  await page.getByRole('button', { name: 'Create task' }).click()
  await expect(page.getByText('Enter a title.')).toBeVisible()
  await expect(page.getByLabel('Title')).toBeFocused()
  await expect(page.getByLabel('Description')).toHaveValue('Kept')
  await expect(page.getByLabel('Status')).toHaveValue('done')
  await expect(page.getByLabel('Due date')).toHaveValue('2030-01-31')
})

test('one task after another is created without leaving the form', async ({ page }) => {
  const word = uniqueWord()
  await signIn(page, 'editor@acme.test')
  await page.goto('/acme/tasks/new')
  await takenOver(page)
  for (const number of ['first', 'second']) {
    await fillTask(page, `The ${number} ${word}`, { description: 'Same again' })
    await page.getByRole('button', { name: 'Create and add another' }).click()
    await expect(page.getByText('Task created.')).toBeVisible()
    await expect(page.getByLabel('Title')).toHaveValue('')
    await expect(page.getByLabel('Title')).toBeFocused()
    await expect(page.getByLabel('Description')).toHaveValue('')
  }
  await page.goto(`/acme/tasks?search=${word}`)
  await expect(page.getByRole('rowheader')).toHaveText([`The second ${word}`, `The first ${word}`])
})

test('a task is edited on its page', async ({ page }) => {
  const word = uniqueWord()
  await signIn(page, 'editor@acme.test')
  await openNewTask(page, `Draft ${word}`)
  await fillTask(page, `Final ${word}`, { status: 'Done', assignee: 'Acme Viewer', due: '2030-05-06' })
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByText('Changes saved.')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Final ${word}`)
  await page.reload()
  await expect(page.getByLabel('Title')).toHaveValue(`Final ${word}`)
  await expect(page.getByLabel('Status')).toHaveValue('done')
  await expect(page.getByLabel('Due date')).toHaveValue('2030-05-06')
})

test('a task is deleted only after a question', async ({ page }) => {
  const title = `Throw away ${uniqueWord()}`
  await signIn(page, 'editor@acme.test')
  const path = await openNewTask(page, title)
  const dialog = page.getByRole('alertdialog')

  await page.getByRole('button', { name: 'Delete' }).click()
  await expect(dialog).toContainText(title)
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('button', { name: 'Delete' })).toBeFocused()

  await page.getByRole('button', { name: 'Delete' }).click()
  await dialog.getByRole('button', { name: 'Delete task' }).click()
  await expect(page).toHaveURL(/\/acme\/tasks$/)
  expect((await page.goto(path))?.status()).toBe(404)
})

test('status, priority and assignee change where they stand', async ({ page }) => {
  const word = uniqueWord()
  const title = `Inline ${word}`
  await signIn(page, 'owner@acme.test')
  await createTask(page, title)
  await openList(page, word)

  const status = page.getByLabel(`Status of ${title}`)
  await status.focus()
  await status.selectOption('In progress')
  await expect(page.getByText(`Status of ${title}: In progress`)).toBeVisible()
  await expect(status).toBeFocused()
  await page.getByLabel(`Priority of ${title}`).selectOption('High')
  await page.getByLabel(`Assignee of ${title}`).selectOption('Acme Editor')
  await expect(page.getByText(`Assignee of ${title}: Acme Editor`)).toBeVisible()

  await page.reload()
  await expect(status).toHaveValue('in_progress')
  await expect(page.getByLabel(`Priority of ${title}`)).toHaveValue('high')
  await expect(page.getByLabel(`Assignee of ${title}`).locator('option:checked')).toHaveText('Acme Editor')
})

test('a change that cannot be sent is taken back and told', async ({ page }) => {
  const word = uniqueWord()
  const title = `Offline ${word}`
  await signIn(page, 'owner@acme.test')
  await createTask(page, title)
  await openList(page, word)

  await page.route('**/*', (route) =>
    route.request().method() === 'POST' ? route.abort() : route.continue(),
  )
  await page.getByLabel(`Status of ${title}`).selectOption('Done')
  await expect(page.getByRole('alert').filter({ hasText: 'Could not reach the server' })).toBeVisible()
  await expect(page.getByLabel(`Status of ${title}`)).toHaveValue('todo')
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await expect(page.getByText('Could not reach the server')).toBeHidden()
})

test('a change of a task that is gone is refused and told', async ({ page, browser }) => {
  const word = uniqueWord()
  const title = `Gone ${word}`
  await signIn(page, 'owner@acme.test')
  const path = await openNewTask(page, title)
  await openList(page, word)

  const colleague = await browser.newPage()
  await signIn(colleague, 'admin@acme.test')
  await colleague.goto(path)
  await takenOver(colleague)
  await colleague.getByRole('button', { name: 'Delete' }).click()
  await colleague.getByRole('button', { name: 'Delete task' }).click()
  await expect(colleague).toHaveURL(/\/acme\/tasks$/)
  await colleague.close()

  await page.getByLabel(`Status of ${title}`).selectOption('Done')
  await expect(page.getByRole('alert').filter({ hasText: 'does not exist' })).toBeVisible()
  await expect(page.getByLabel(`Status of ${title}`)).toHaveValue('todo')
})

test('a task that fits the filter no more leaves the list, and the focus stays in it', async ({ page }) => {
  const word = uniqueWord()
  const title = `Leaves ${word}`
  await signIn(page, 'owner@acme.test')
  await createTask(page, title)
  await page.goto(`/acme/tasks?search=${word}&status=todo`)
  await takenOver(page)
  await page.getByLabel(`Status of ${title}`).focus()
  await page.getByLabel(`Status of ${title}`).selectOption('Done')
  await expect(page.getByText('No task matches these filters')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Task list' })).toBeFocused()
})
