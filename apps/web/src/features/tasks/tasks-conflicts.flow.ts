import type { Page } from '@playwright/test'

import { inspect, prepare } from '@e2e/fixtures/inspect'
import { makeOrganization } from '@e2e/fixtures/organizations'
import { signIn } from '@e2e/fixtures/session'
import { smallTargets } from '@e2e/fixtures/small-targets'
import { takenOver } from '@e2e/fixtures/taken-over'
import { expect, test } from '@e2e/fixtures/test'
import { changeField, makeTasks, rowOf, selectOf } from '@e2e/tasks/fixtures'

const editor = 'editor@acme.test'

async function makeTask(): Promise<string> {
  const { slug } = await makeOrganization({ 'owner@acme.test': 'owner', [editor]: 'editor' })
  const [path = ''] = await makeTasks(slug, editor, [{ title: 'Fence', status: 'todo' }])
  return path
}

const field = (page: Page, label: string) =>
  page.getByRole('main').getByLabel(new RegExp(`^${label}( ?optional)?$`))
const save = (page: Page) => page.getByRole('button', { name: 'Save changes' }).click()
const saved = (page: Page) => expect(page.getByText('Changes saved.')).toBeVisible()

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    /** One task in two tabs. The first has saved a change of the title. */
    async function openTwice(page: Page): Promise<{ other: Page; path: string }> {
      const path = await makeTask()
      await signIn(page, editor)
      const other = await page.context().newPage()
      for (const tab of [page, other]) {
        await tab.goto(path)
        if (javaScriptEnabled) await takenOver(tab)
      }
      return { other, path }
    }

    test('changes of different fields in two tabs both survive', async ({ page }) => {
      const { other, path } = await openTwice(page)
      await field(page, 'Description').fill('From the\nnorth gate')
      await save(page)
      await saved(page)
      await field(other, 'Status').selectOption('Done')
      await save(other)
      await saved(other)
      await expect(field(other, 'Description')).toHaveValue('From the\nnorth gate')

      // The next change in the same tab starts from what the tab now shows.
      await field(other, 'Title').fill('Wall')
      await save(other)
      await expect(other.getByRole('heading', { level: 1, name: 'Wall' })).toBeVisible()
      await page.goto(path)
      await expect(field(page, 'Description')).toHaveValue('From the\nnorth gate')
      await expect(field(page, 'Status')).toHaveValue('done')
      await expect(field(page, 'Title')).toHaveValue('Wall')
    })

    test('a conflict shows both values and keeps what was typed', async ({ page }) => {
      const { other, path } = await openTwice(page)
      await field(page, 'Title').fill('Gate')
      await field(page, 'Status').selectOption('In progress')
      await save(page)
      await saved(page)
      await field(other, 'Title').fill('Wall')
      await field(other, 'Status').selectOption('Done')
      await field(other, 'Description').fill('Typed in the meantime')
      for (const attempt of ['the first', 'the second']) {
        await save(other)
        await expect(
          other.getByText('Someone else changed this while you were editing.'),
          attempt,
        ).toBeVisible()
        await expect(field(other, 'Title, theirs'), attempt).toHaveValue('Gate')
        await expect(field(other, 'Status, theirs'), attempt).toHaveValue('in_progress')
        await expect(field(other, 'Title'), attempt).toHaveValue('Wall')
        await expect(field(other, 'Status'), attempt).toHaveValue('done')
        await expect(field(other, 'Description'), attempt).toHaveValue('Typed in the meantime')
      }
      await other
        .getByRole('group', { name: /^Title/ })
        .getByRole('button', { name: 'Keep mine' })
        .click()
      await expect(field(other, 'Title, theirs')).toHaveCount(0)
      await other
        .getByRole('group', { name: /^Status/ })
        .getByRole('button', { name: 'Use theirs' })
        .click()
      await saved(other)
      await page.goto(path)
      await expect(field(page, 'Title')).toHaveValue('Wall')
      await expect(field(page, 'Status')).toHaveValue('in_progress')
      await expect(field(page, 'Description')).toHaveValue('Typed in the meantime')
    })
  })
}

test('Enter in a field does not decide a conflict', async ({ page }) => {
  const path = await makeTask()
  await signIn(page, editor)
  const other = await page.context().newPage()
  for (const tab of [page, other]) {
    await tab.goto(path)
    await takenOver(tab)
  }
  for (const tab of [page, other]) {
    await field(tab, 'Title').fill(tab === page ? 'Gate' : 'Wall')
    await save(tab)
    await expect(tab.getByText(/Changes saved\.|Someone else changed this while/)).toBeVisible()
  }
  await expect(field(other, 'Title, theirs')).toHaveValue('Gate')
  await field(other, 'Title').press('Enter')
  await expect(other.getByText('Someone else changed this while you were editing.')).toBeVisible()
  await page.goto(path)
  await expect(field(page, 'Title')).toHaveValue('Gate')
})

test('a conflict is accessible in light and dark, on a phone and a desktop', async ({ page }) => {
  const path = await makeTask()
  await signIn(page, editor)
  const other = await page.context().newPage()
  await prepare(other)
  for (const tab of [page, other]) {
    await tab.goto(path)
    await takenOver(tab)
  }
  for (const tab of [page, other]) {
    await field(tab, 'Title').fill(tab === page ? 'Gate' : 'Wall')
    await field(tab, 'Status').selectOption(tab === page ? 'Done' : 'In progress')
    await field(tab, 'Description').fill(tab === page ? 'Theirs' : 'Mine')
    await save(tab)
    await expect(tab.getByText(/Changes saved\.|Someone else changed this while/)).toBeVisible()
  }
  await expect(field(other, 'Title, theirs')).toHaveValue('Gate')
  expect(await inspect(other)).toEqual([])
  expect(await smallTargets(other)).toEqual([])
})

test('a change in the list replaces no value that was not shown, and no other property', async ({ page }) => {
  const path = await makeTask()
  const list = path.replace(/\/[^/]+$/, '')
  await signIn(page, editor)
  const other = await page.context().newPage()
  for (const tab of [page, other]) {
    await tab.goto(list)
    await takenOver(tab)
  }
  await changeField(page, 'Status', 'Fence', 'Done')
  await expect(page.getByText('Status of Fence: Done')).toBeVisible()

  await changeField(other, 'Priority', 'Fence', 'Urgent')
  await expect(other.getByText('Priority of Fence: Urgent')).toBeVisible()
  await expect(rowOf(other, 'Fence')).toContainText('Done')

  await changeField(page, 'Priority', 'Fence', 'Low')
  await expect(page.getByRole('alert').filter({ hasText: 'Someone else changed this' })).toContainText(
    'You chose “Low”. The list shows their value.',
  )
  const select = selectOf(page, 'Priority', 'Fence')
  await expect(select).toHaveValue('urgent')
  await select.selectOption('Low')
  await expect(page.getByText('Priority of Fence: Low')).toBeVisible()
  await page.goto(path)
  await expect(field(page, 'Status')).toHaveValue('done')
  await expect(field(page, 'Priority')).toHaveValue('low')
})

test('a bulk change is refused as a whole when one task has changed, and keeps the choice', async ({
  page,
}) => {
  const { slug } = await makeOrganization({ 'owner@acme.test': 'owner', [editor]: 'editor' })
  await makeTasks(slug, editor, [{ title: 'One' }, { title: 'Two' }])
  await signIn(page, editor)
  const other = await page.context().newPage()
  for (const tab of [page, other]) {
    await tab.goto(`/${slug}/tasks`)
    await takenOver(tab)
  }
  await page.getByRole('checkbox', { name: 'Select all tasks on this page' }).check()
  await changeField(other, 'Status', 'Two', 'Done')
  await expect(other.getByText('Status of Two: Done')).toBeVisible()
  await page.getByLabel('Set status').selectOption('In progress')
  await page.getByRole('button', { name: 'Update 2 tasks' }).click()
  await expect(page.getByText('Someone else changed this while you were editing.')).toBeVisible()
  await expect(rowOf(page, 'Two')).toContainText('Done')
  await expect(rowOf(page, 'One')).toContainText('To do')
  await expect(page.getByLabel('Set status')).toHaveValue('in_progress')
  await page.getByRole('button', { name: 'Update 2 tasks' }).click()
  await expect(page.getByText('2 tasks updated')).toBeVisible()
  await expect(rowOf(page, 'Two')).toContainText('In progress')
})
