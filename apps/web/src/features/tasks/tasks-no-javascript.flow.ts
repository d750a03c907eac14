import { signIn } from '@e2e/fixtures/session'
import { fillTask } from '@e2e/tasks/fixtures'
import { expect, test } from '@e2e/fixtures/test'
import { uniqueWord } from '@e2e/fixtures/unique-word'

test.use({ javaScriptEnabled: false })

test('an editor can create a task without JavaScript', async ({ page }) => {
  const title = `By hand ${uniqueWord()}`
  await signIn(page, 'editor@acme.test')
  await page.goto('/acme/tasks/new')
  await fillTask(page, title, { description: 'No script', priority: 'High', due: '2030-03-04' })
  await page.getByRole('button', { name: 'Create task' }).click()
  await expect(page.getByText('Task created.')).toBeVisible()
  await expect(page.getByLabel('Title')).toHaveValue('')

  await page.getByRole('link', { name: 'View task' }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await expect(page.getByLabel('Description')).toHaveValue('No script')
  await expect(page.getByLabel('Due date')).toHaveValue('2030-03-04')
})

test('a rejected form keeps what was typed', async ({ page }) => {
  await signIn(page, 'editor@acme.test')
  await page.goto('/acme/tasks/new')
  await fillTask(page, '   ', {
    description: 'Long text',
    status: 'Done',
    assignee: 'Acme Owner',
    due: '2030-01-31',
  })
  await page.getByRole('button', { name: 'Create task' }).click()
  await expect(page.getByText('Enter a title.')).toBeVisible()
  await expect(page.getByLabel('Description')).toHaveValue('Long text')
  await expect(page.getByLabel('Status')).toHaveValue('done')
  await expect(page.getByLabel('Assignee').locator('option:checked')).toHaveText('Acme Owner')
  await expect(page.getByLabel('Due date')).toHaveValue('2030-01-31')
})

test('an editor can change a task without JavaScript', async ({ page }) => {
  const word = uniqueWord()
  await signIn(page, 'editor@acme.test')
  await page.goto('/acme/tasks/new')
  await fillTask(page, `Before ${word}`)
  await page.getByRole('button', { name: 'Create task' }).click()
  await page.getByRole('link', { name: 'View task' }).click()
  await fillTask(page, `After ${word}`, { status: 'In progress' })
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByText('Changes saved.')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`After ${word}`)
})

test('the list can be filtered without JavaScript, and a value leads to the form', async ({ page }) => {
  await signIn(page, 'owner@acme.test')
  await page.goto('/acme/tasks')
  await page.getByRole('button', { name: 'Status' }).click()
  await page.getByRole('checkbox', { name: 'Canceled' }).check()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Apply' }).click()
  await expect(page).toHaveURL(/status=cancelled/)
  const rows = page
    .getByRole('table')
    .getByRole('row')
    .filter({ has: page.getByRole('link') })
  await expect(rows.first()).toContainText('Canceled')
  await expect(rows.filter({ hasNotText: 'Canceled' })).toHaveCount(0)
  await page.getByRole('link', { name: 'Clear filters' }).click()
  await expect(page).toHaveURL(/\/acme\/tasks$/)
  await page
    .getByRole('link', { name: /^Status of / })
    .first()
    .click()
  await expect(page.getByRole('button', { name: 'Save changes' })).toBeVisible()
})

test('a form that is sent again after a lost reply creates one task', async ({ page }) => {
  const word = uniqueWord()
  await signIn(page, 'owner@acme.test')
  await page.goto('/acme/tasks/new')
  await fillTask(page, word)
  await page.getByRole('button', { name: 'Create task' }).click()
  await expect(page.getByText('Task created.')).toBeVisible()
  await page.reload()
  await expect(page.getByText('Task created.')).toBeVisible()
  await page.goto(`/acme/tasks?search=${word}`)
  await expect(page.getByRole('rowheader').getByRole('link', { name: word })).toHaveCount(1)
})
