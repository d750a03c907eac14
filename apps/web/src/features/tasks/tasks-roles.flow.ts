import { signIn } from '@e2e/fixtures/session'
import { createTask, fieldOf, makeTasks, rowOf } from '@e2e/tasks/fixtures'
import { expect, test } from '@e2e/fixtures/test'
import { uniqueWord } from '@e2e/fixtures/unique-word'

test('a viewer can read tasks but not change them', async ({ page }) => {
  await signIn(page, 'viewer@acme.test')
  // The oldest tasks come from the demo data, which no test removes.
  await page.goto('/acme/tasks?sort=oldest')
  await expect(page.getByRole('rowheader').first()).toBeVisible()
  await expect(page.getByRole('table').getByRole('combobox')).toHaveCount(0)
  await expect(page.getByRole('table').getByRole('checkbox')).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'New task' })).toHaveCount(0)

  await page.getByRole('rowheader').first().getByRole('link').click()
  await expect(page.getByRole('term').filter({ hasText: 'Status' })).toBeVisible()
  await expect(page.getByRole('button', { name: /Save|Delete/ })).toHaveCount(0)
  expect((await page.goto('/acme/tasks/new'))?.status()).toBe(403)
})

test('an editor can change their own and assigned tasks and read the rest', async ({ page }) => {
  const word = uniqueWord()
  const [closed = ''] = await makeTasks('acme', 'owner@acme.test', [
    { title: `Not theirs ${word}` },
    { title: `Given to them ${word}`, assignee: 'editor@acme.test' },
  ])
  await signIn(page, 'editor@acme.test')
  await createTask(page, `Their own ${word}`)
  await page.goto(`/acme/tasks?search=${word}`)
  for (const title of [`Given to them ${word}`, `Their own ${word}`]) {
    await expect(fieldOf(page, 'Status', title)).toBeVisible()
    await expect(page.getByLabel(`Select ${title}`)).toBeVisible()
  }
  const row = rowOf(page, `Not theirs ${word}`)
  await expect(row.getByRole('link')).toHaveCount(1)
  await expect(row.getByRole('checkbox')).toHaveCount(0)
  await expect(row).toContainText('To do')
  await page.goto(closed)
  await expect(page.getByRole('button', { name: 'Save changes' })).toHaveCount(0)
})

test('another organization’s pages are not found', async ({ page }) => {
  const [path = ''] = await makeTasks('acme', 'owner@acme.test', [{ title: `Secret ${uniqueWord()}` }])
  await signIn(page, 'owner@globex.test')
  for (const url of [
    '/acme/tasks',
    '/acme/tasks/new',
    '/acme/members',
    '/acme/members/invitations',
    path,
    path.replace('acme', 'globex'),
  ]) {
    expect((await page.goto(url))?.status(), url).toBe(404)
    await expect(page.getByText('Secret')).toHaveCount(0)
  }
})

test('two organizations in two tabs don’t mix', async ({ context }) => {
  const [acme, globex] = [await context.newPage(), await context.newPage()]
  await signIn(acme, 'both@gatehouse.test')
  const title = `Only here ${uniqueWord()}`
  await globex.goto('/globex/tasks')
  await createTask(acme, title)
  await globex.reload()
  await expect(globex.getByText(title)).toHaveCount(0)
  await expect(globex.getByRole('table').getByRole('combobox')).toHaveCount(0)
  // Other tests create tasks as well, which could push this one off the first page.
  await acme.goto(`/acme/tasks?search=${encodeURIComponent(title)}`)
  await expect(fieldOf(acme, 'Status', title)).toBeVisible()
})
