import { signIn } from '@e2e/fixtures/session'
import { takenOver } from '@e2e/fixtures/taken-over'
import {
  changeField,
  createTask,
  fieldOf,
  fillTask,
  makeTasks,
  openList,
  rowOf,
  selectOf,
} from '@e2e/tasks/fixtures'
import { expect, test } from '@e2e/fixtures/test'
import { uniqueWord } from '@e2e/fixtures/unique-word'

test('an editor can create a task with every field', async ({ page }) => {
  const word = uniqueWord()
  const title = `Order chairs ${word}`
  await signIn(page, 'editor@acme.test')
  await createTask(page, title, {
    description: 'Twelve, with wheels.\nAnd a table.',
    status: 'In review',
    priority: 'Urgent',
    assignee: 'Acme Admin',
    due: '2001-02-03',
  })
  await page.getByRole('link', { name: title, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  const path = new URL(page.url()).pathname
  await page.reload()
  await expect(page.getByLabel('Description')).toHaveValue('Twelve, with wheels.\nAnd a table.')
  await expect(page.getByLabel('Due date')).toHaveValue('2001-02-03')

  await openList(page, word)
  const row = rowOf(page, title)
  await expect(fieldOf(page, 'Status', title)).toHaveAccessibleName(/: In review$/)
  await expect(fieldOf(page, 'Priority', title)).toHaveAccessibleName(/: Urgent$/)
  await expect(row).toContainText('Acme Admin')
  await expect(row).toContainText('Feb 3, 2001')
  await expect(row).toContainText('overdue')
  await expect(row.getByRole('link', { name: title, exact: true })).toHaveAttribute('href', path)
})

test('a created task is confirmed, and its title has the focus', async ({ page }) => {
  const title = `Paint the shed ${uniqueWord()}`
  await signIn(page, 'editor@acme.test')
  await createTask(page, title)
  await expect(page.getByText(`“${title}” created`)).toBeVisible()
  await expect(page.getByRole('link', { name: title, exact: true })).toBeFocused()
  await expect(page).toHaveURL(/\/acme\/tasks$/)
  await page.reload()
  await expect(page.getByRole('link', { name: title, exact: true })).toBeVisible()
  await expect(page.getByText(`“${title}” created`)).toBeHidden()
})

test('a title that is too long is kept whole, and the form says so', async ({ page }) => {
  await signIn(page, 'editor@acme.test')
  await page.goto('/acme/tasks/new')
  await takenOver(page)
  const title = page.getByLabel('Title')
  const emoji = '😀'.repeat(201)
  await title.fill(emoji)
  await expect(title).toHaveValue(emoji)
  await expect(page.getByText('Use 200 characters or fewer. This has 201.')).toBeVisible()
  await title.fill('😀'.repeat(200))
  await expect(page.getByText('Use 200 characters or fewer.')).toBeHidden()
})

test('an error is shown at its field and nothing typed is lost', async ({ page }) => {
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

test('an editor can create one task after another', async ({ page }) => {
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

test('an editor can change a task on its page', async ({ page }) => {
  const word = uniqueWord()
  await signIn(page, 'editor@acme.test')
  const [path = ''] = await makeTasks('acme', 'editor@acme.test', [{ title: `Draft ${word}` }])
  await page.goto(path)
  await takenOver(page)
  await fillTask(page, `Final ${word}`, { status: 'Done', assignee: 'Acme Viewer', due: '2030-05-06' })
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByText('Changes saved.')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Final ${word}`)
  await page.reload()
  await expect(page.getByLabel('Title')).toHaveValue(`Final ${word}`)
  await expect(page.getByLabel('Status')).toHaveValue('done')
  await expect(page.getByLabel('Due date')).toHaveValue('2030-05-06')
})

test('an editor can delete a task after confirming', async ({ page }) => {
  const title = `Throw away ${uniqueWord()}`
  await signIn(page, 'editor@acme.test')
  const [path = ''] = await makeTasks('acme', 'editor@acme.test', [{ title }])
  await page.goto(path)
  await takenOver(page)
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

test('an owner can change status, priority and assignee in the list', async ({ page }) => {
  const word = uniqueWord()
  const title = `Inline ${word}`
  await signIn(page, 'owner@acme.test')
  await makeTasks('acme', 'owner@acme.test', [{ title }])
  await openList(page, word)

  await fieldOf(page, 'Status', title).focus()
  await page.keyboard.press('Enter')
  const status = selectOf(page, 'Status', title)
  await expect(status).toBeFocused()
  await status.selectOption('In progress')
  await expect(page.getByText(`Status of ${title}: In progress`)).toBeVisible()
  await expect(status).toBeFocused()
  await changeField(page, 'Priority', title, 'High')
  await changeField(page, 'Assignee', title, 'Acme Editor')
  await expect(page.getByText(`Assignee of ${title}: Acme Editor`)).toBeVisible()

  await page.reload()
  await expect(fieldOf(page, 'Status', title)).toHaveAccessibleName(/: In progress$/)
  await expect(fieldOf(page, 'Priority', title)).toHaveAccessibleName(/: High$/)
  await expect(fieldOf(page, 'Assignee', title)).toHaveAccessibleName(/: Acme Editor$/)
})

test('a change that can’t be sent is undone and shows an error', async ({ page }) => {
  const word = uniqueWord()
  const title = `Offline ${word}`
  await signIn(page, 'owner@acme.test')
  await makeTasks('acme', 'owner@acme.test', [{ title }])
  await openList(page, word)

  await page.route('**/*', (route) =>
    route.request().method() === 'POST' ? route.abort() : route.continue(),
  )
  await changeField(page, 'Status', title, 'Done')
  await expect(page.getByRole('alert').filter({ hasText: "Couldn't reach the server" })).toBeVisible()
  await expect(selectOf(page, 'Status', title)).toHaveValue('todo')
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await expect(page.getByText("Couldn't reach the server")).toBeHidden()
})

test('a change to a deleted task shows an error', async ({ page, browser }) => {
  const word = uniqueWord()
  const title = `Gone ${word}`
  await signIn(page, 'owner@acme.test')
  const [path = ''] = await makeTasks('acme', 'owner@acme.test', [{ title }])
  await openList(page, word)

  const colleague = await browser.newPage()
  await signIn(colleague, 'admin@acme.test')
  await colleague.goto(path)
  await takenOver(colleague)
  await colleague.getByRole('button', { name: 'Delete' }).click()
  await colleague.getByRole('button', { name: 'Delete task' }).click()
  await expect(colleague).toHaveURL(/\/acme\/tasks$/)
  await colleague.close()

  await changeField(page, 'Status', title, 'Done')
  await expect(page.getByRole('alert').filter({ hasText: "This doesn't exist" })).toBeVisible()
  await expect(selectOf(page, 'Status', title)).toHaveValue('todo')
})

test('a task that no longer matches the filter leaves the list, which keeps the focus', async ({ page }) => {
  const word = uniqueWord()
  const title = `Leaves ${word}`
  await signIn(page, 'owner@acme.test')
  await makeTasks('acme', 'owner@acme.test', [{ title }])
  await page.goto(`/acme/tasks?search=${word}&status=todo`)
  await takenOver(page)
  await changeField(page, 'Status', title, 'Done')
  await expect(page.getByText('No matching tasks')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Task list' })).toBeFocused()
})

test('a task whose reply was lost is created once, even after another one', async ({ page }) => {
  const word = uniqueWord()
  await signIn(page, 'owner@acme.test')
  await page.goto('/acme/tasks/new')
  await takenOver(page)
  const add = () => page.getByRole('button', { name: 'Create and add another' }).click()
  await fillTask(page, `First ${word}`)
  await add()
  await expect(page.getByText('Task created.')).toBeVisible()

  // The server does the work, and the connection breaks before the browser has the reply.
  await page.route('**/acme/tasks/new', async (route) => {
    await route.fetch()
    await route.abort()
  })
  await fillTask(page, `Second ${word}`)
  await add()
  await expect(page.getByRole('main').getByRole('alert')).toContainText("Couldn't reach the server")
  await page.unroute('**/acme/tasks/new')
  await add()
  await expect(page.getByText('Task created.')).toBeVisible()
  await openList(page, word)
  await expect(page.getByRole('rowheader')).toHaveCount(2)
})
