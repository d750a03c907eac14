import { expect, test } from '@playwright/test'

import { signIn } from '@e2e/fixtures/sign-in'
import { createTask, openNewTask, rowOf, uniqueWord } from '@e2e/fixtures/tasks'

test('a viewer reads tasks and finds nothing to change them with', async ({ page }) => {
  await signIn(page, 'viewer@acme.test')
  // The oldest come from the demo data, which no other test removes meanwhile.
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

test('an editor changes what they created or are to do, and only reads the rest', async ({
  page,
  browser,
}) => {
  const word = uniqueWord()
  const owner = await browser.newPage()
  await signIn(owner, 'owner@acme.test')
  const closed = await openNewTask(owner, `Not theirs ${word}`)
  await createTask(owner, `Given to them ${word}`, { assignee: 'Acme Editor' })
  await owner.close()

  await signIn(page, 'editor@acme.test')
  await createTask(page, `Their own ${word}`)
  await page.goto(`/acme/tasks?search=${word}`)
  for (const title of [`Given to them ${word}`, `Their own ${word}`]) {
    await expect(page.getByLabel(`Status of ${title}`)).toBeVisible()
    await expect(page.getByLabel(`Select ${title}`)).toBeVisible()
  }
  const row = rowOf(page, `Not theirs ${word}`)
  await expect(row.getByRole('combobox')).toHaveCount(0)
  await expect(row.getByRole('checkbox')).toHaveCount(0)
  await expect(row).toContainText('To do')
  await page.goto(closed)
  await expect(page.getByRole('button', { name: 'Save changes' })).toHaveCount(0)
})

test('another organization and its tasks do not exist for a stranger', async ({ page, browser }) => {
  const owner = await browser.newPage()
  await signIn(owner, 'owner@acme.test')
  const path = await openNewTask(owner, `Secret ${uniqueWord()}`)
  await owner.close()

  await signIn(page, 'owner@globex.test')
  for (const address of [
    '/acme/tasks',
    '/acme/tasks/new',
    '/acme/members',
    '/acme/members/invitations',
    path,
    path.replace('acme', 'globex'),
  ]) {
    expect((await page.goto(address))?.status(), address).toBe(404)
    await expect(page.getByText('Secret')).toHaveCount(0)
  }
})

test('two organizations in two tabs do not mix', async ({ context }) => {
  const [acme, globex] = [await context.newPage(), await context.newPage()]
  await signIn(acme, 'both@gatehouse.test')
  const title = `Only here ${uniqueWord()}`
  await globex.goto('/globex/tasks')
  await createTask(acme, title)
  await globex.reload()
  await expect(globex.getByText(title)).toHaveCount(0)
  await expect(globex.getByRole('table').getByRole('combobox')).toHaveCount(0)
  await acme.goto('/acme/tasks')
  await expect(acme.getByLabel(`Status of ${title}`)).toBeVisible()
})
