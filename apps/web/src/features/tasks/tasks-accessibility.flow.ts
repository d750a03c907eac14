import type { Page } from '@playwright/test'

import { inspect } from '@e2e/fixtures/inspect'
import { signIn } from '@e2e/fixtures/session'
import { expect, test } from '@e2e/fixtures/test'
import { uniqueWord } from '@e2e/fixtures/unique-word'
import { makeTasks, openList } from '@e2e/tasks/fixtures'

test('a task’s form and its read-only page are accessible', async ({ page, browser }) => {
  const [path = ''] = await makeTasks('acme', 'owner@acme.test', [{ title: `Read ${uniqueWord()}` }])
  await signIn(page, 'owner@acme.test')
  await page.goto(path)
  await expect(page.getByRole('button', { name: 'Save changes' })).toBeVisible()
  expect(await inspect(page)).toEqual([])

  const reader = await (await browser.newContext()).newPage()
  await signIn(reader, 'viewer@acme.test')
  await reader.goto(path)
  expect(await inspect(reader)).toEqual([])
  await reader.context().close()
})

test.describe('above the task list', () => {
  async function openOne(page: Page): Promise<void> {
    const word = uniqueWord()
    await makeTasks('acme', 'owner@acme.test', [{ title: `Seen ${word}` }])
    await signIn(page, 'owner@acme.test')
    await openList(page, word)
  }

  test('the bulk fields and their error are accessible', async ({ page }) => {
    await openOne(page)
    await page.getByLabel('Select all tasks on this page').check()
    await page.getByRole('button', { name: 'Update 1 task' }).click()
    await expect(page.getByText('Choose at least one change.')).toBeVisible()
    expect(await inspect(page)).toEqual([])
  })

  test('the delete dialog is accessible', async ({ page }) => {
    await openOne(page)
    await page.getByLabel('Select all tasks on this page').check()
    await page.getByRole('button', { name: 'Delete', exact: true }).click()
    await expect(page.getByRole('alertdialog')).toBeVisible()
    expect(await inspect(page)).toEqual([])
  })

  test('the status filter is accessible', async ({ page }) => {
    await openOne(page)
    await page.getByLabel('Select all tasks on this page').check()
    await page.getByRole('button', { name: 'Status', exact: true }).click()
    await expect(page.getByRole('checkbox', { name: 'Backlog' })).toBeVisible()
    expect(await inspect(page)).toEqual([])
  })
})
