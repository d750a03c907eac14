import { signIn } from '@e2e/fixtures/session'
import { takenOver } from '@e2e/fixtures/taken-over'
import { makeTasks, titles } from '@e2e/tasks/fixtures'
import { expect, test } from '@e2e/fixtures/test'
import { uniqueWord } from '@e2e/fixtures/unique-word'

test('typing in the search box searches and keeps the focus', async ({ page }) => {
  const word = uniqueWord()
  await signIn(page, 'owner@acme.test')
  await makeTasks('acme', 'owner@acme.test', [{ title: `Needle ${word}` }])
  await page.goto('/acme/tasks')
  await takenOver(page)
  const search = page.getByRole('searchbox', { name: 'Search tasks' })
  await search.pressSequentially(word, { delay: 20 })
  await expect(page).toHaveURL(new RegExp(`search=${word}`))
  await expect(page.getByRole('rowheader')).toHaveText([`Needle ${word}`])
  await expect(search).toBeFocused()
  await search.press('x')
  await expect(page.getByText('No matching tasks')).toBeVisible()
  await page.getByRole('link', { name: 'Show all tasks' }).click()
  await expect(page).toHaveURL(/\/acme\/tasks$/)
  await expect(search).toHaveValue('')
})

test('the search matches % literally', async ({ page }) => {
  const word = uniqueWord()
  await signIn(page, 'owner@acme.test')
  const tasks = [{ title: `Grow by 50% ${word}` }, { title: `Grow by 500 ${word}` }]
  await makeTasks('acme', 'owner@acme.test', tasks)
  await page.goto(`/acme/tasks?search=${encodeURIComponent(`50% ${word}`)}`)
  await expect(page.getByRole('rowheader')).toHaveText([`Grow by 50% ${word}`])
})

test('filters combine, and each can be removed', async ({ page }) => {
  const word = uniqueWord()
  await signIn(page, 'owner@acme.test')
  await makeTasks('acme', 'owner@acme.test', [
    { title: `A ${word}`, status: 'done', priority: 'high' },
    { title: `B ${word}`, status: 'backlog', priority: 'high' },
    { title: `C ${word}`, status: 'cancelled', priority: 'low' },
  ])
  await page.goto(`/acme/tasks?search=${word}`)
  await takenOver(page)

  await page.getByRole('button', { name: 'Status' }).click()
  await page.getByRole('checkbox', { name: 'Done' }).check()
  await page.getByRole('checkbox', { name: 'Canceled' }).check()
  await expect(page.getByRole('rowheader')).toHaveText([`C ${word}`, `A ${word}`])
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Priority' }).click()
  await page.getByRole('checkbox', { name: 'High' }).check()
  await expect(page.getByRole('rowheader')).toHaveText([`A ${word}`])
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(/status=done&status=cancelled&priority=high/)

  await page.getByRole('link', { name: 'Remove filter: Done' }).click()
  await expect(page.getByText('No matching tasks')).toBeVisible()
  await page.getByRole('button', { name: 'Status' }).click()
  await expect(page.getByRole('checkbox', { name: 'Done' })).not.toBeChecked()
  await expect(page.getByRole('checkbox', { name: 'Canceled' })).toBeChecked()
  await page.keyboard.press('Escape')

  await page.getByRole('link', { name: 'Clear filters' }).click()
  await expect(page).toHaveURL(/\/acme\/tasks$/)
  await page.goBack()
  await expect(page.getByRole('searchbox')).toHaveValue(word)
})

test('tasks can be filtered by assignee', async ({ page }) => {
  const word = uniqueWord()
  await signIn(page, 'owner@acme.test')
  await makeTasks('acme', 'owner@acme.test', [
    { title: `Hers ${word}`, assignee: 'admin@acme.test' },
    { title: `Free ${word}` },
  ])
  await page.goto(`/acme/tasks?search=${word}`)
  await takenOver(page)
  const assignee = page.getByLabel('Assignee', { exact: true })
  await assignee.focus()
  await assignee.selectOption('Acme Admin')
  await expect(page.getByRole('rowheader')).toHaveText([`Hers ${word}`])
  await assignee.selectOption('Unassigned')
  await expect(page.getByRole('rowheader')).toHaveText([`Free ${word}`])
  await expect(assignee).toBeFocused()
})

test('tasks can be sorted by priority or due date', async ({ page }) => {
  const word = uniqueWord()
  await signIn(page, 'owner@acme.test')
  await makeTasks('acme', 'owner@acme.test', [
    { title: `Low ${word}`, priority: 'low', due: '2030-01-01' },
    { title: `Urgent ${word}`, priority: 'urgent', due: '2030-02-01' },
    { title: `Medium ${word}` },
  ])
  await page.goto(`/acme/tasks?search=${word}`)
  await takenOver(page)
  await page.getByLabel('Sort by').selectOption('Priority')
  await expect(page.getByRole('rowheader')).toHaveText([`Urgent ${word}`, `Medium ${word}`, `Low ${word}`])
  await page.getByLabel('Sort by').selectOption('Due date')
  await expect(page.getByRole('rowheader')).toHaveText([`Low ${word}`, `Urgent ${word}`, `Medium ${word}`])
})

test('pages have no gaps or repeats, and lead back', async ({ page }) => {
  await signIn(page, 'viewer@acme.test')
  // The oldest tasks come from the demo data, which no test removes.
  await page.goto('/acme/tasks?sort=oldest')
  const first = await titles(page)
  await expect(page.getByText(/^1–20 of (about )?[\d,]+ tasks$/).first()).toBeVisible()
  await expect(page.getByRole('link', { name: 'Previous', exact: true })).toHaveCount(0)
  await page.getByRole('link', { name: 'Next', exact: true }).click()
  await expect(page).toHaveURL(/cursor=/)
  await expect(page.getByRole('rowheader').first()).not.toHaveText(first[0] ?? '')
  await expect(page.getByText(/^21–40 of (about )?[\d,]+ tasks$/).first()).toBeVisible()
  const second = await titles(page)
  expect(second).toHaveLength(first.length)
  expect(second.filter((title) => first.includes(title))).toEqual([])
  await page.getByRole('link', { name: 'Previous', exact: true }).click()
  await expect(page.getByRole('rowheader')).toHaveText(first)
})

test('a search that is too long is kept whole, and the field says so', async ({ page }) => {
  await signIn(page, 'viewer@acme.test')
  const search = 'x'.repeat(201)
  const error = page.getByText('Use 200 characters or fewer. This has 201.')
  // A URL that someone shared.
  await page.goto(`/acme/tasks?search=${search}`)
  await expect(error).toBeVisible()
  const field = page.getByRole('searchbox')
  await expect(field).toHaveValue(search)
  await field.fill('nothing-has-this')
  await expect(error).toBeHidden()
  await expect(page).toHaveURL(/search=nothing-has-this/)
  await field.fill('😀'.repeat(201))
  await expect(error).toBeVisible()
  await expect(field).toHaveValue('😀'.repeat(201))
  await field.press('Enter')
  await expect(page).toHaveURL(/search=nothing-has-this/)
})

test('an invalid URL shows the list', async ({ page }) => {
  await signIn(page, 'viewer@acme.test')
  const response = await page.goto('/acme/tasks?sort=DROP&status=x&assignee=1&cursor=%00forged&search=%00')
  expect(response?.status()).toBe(200)
  await expect(page.getByRole('rowheader').first()).toBeVisible()
})
