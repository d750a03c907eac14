import type { Page } from '@playwright/test'

import { inspect } from '../fixtures/inspect'
import { signIn } from '../fixtures/session'
import { makeTasks, openList } from '../fixtures/tasks'
import { expect, test } from '../fixtures/test'
import { uniqueWord } from '../fixtures/unique-word'

test('faults are found in light and dark, on a desktop and a phone', async ({ page }) => {
  await page.setContent(`<html lang="en"><title>Faults</title>
    <style>p { color: #999 } @media (prefers-color-scheme: dark) { :root { background: #222 } p { color: #555 } }
      li { color: #000 } @media (prefers-color-scheme: dark) { li { color: #fff } }
      @media (prefers-color-scheme: dark) and (max-width: 400px) { li.odd { color: #333 } }</style>
    <main><h1>Faults</h1><p>Pale.</p><button></button><div style="width: 600px">Wide.</div>
      <ul><li>Alike.</li><li>Alike.</li><li class="odd">Not alike.</li></ul></main></html>`)
  const found = await inspect(page)
  expect(found.map((line) => line.replace(/ \(.*/, '')).toSorted()).toEqual([
    '390: scrolls sideways',
    'dark 1280: color-contrast',
    'dark 390: color-contrast',
    'light 1280: button-name',
    'light 1280: color-contrast',
    'light 390: button-name',
    'light 390: color-contrast',
  ])
  expect(found.find((line) => line.startsWith('dark 390'))).toContain('.odd')
})

test('a task is accessible to change and to read', async ({ page, browser }) => {
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
    await page.getByRole('button', { name: 'Change 1 task' }).click()
    await expect(page.getByText('Choose what to change first.')).toBeVisible()
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
