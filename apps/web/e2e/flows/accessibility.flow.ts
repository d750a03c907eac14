import { expect, test } from '@playwright/test'

import { inspect } from '../fixtures/inspect'
import type { Person } from '@kit/attacks/app/people'
import { signIn } from '../fixtures/sign-in'
import { createTask, openList, uniqueWord } from '../fixtures/tasks'

const visits: [address: string, person: Person | undefined][] = [
  ['/', undefined],
  ['/sign-in', undefined],
  ['/sign-up', undefined],
  ['/contact', undefined],
  ['/lab', undefined],
  ['/lab/inventory', undefined],
  ['/lab/attack', undefined],
  ['/lab/no-ownership', undefined],
  ['/forgot-password', undefined],
  ['/reset-password?token=none', undefined],
  ['/verify-email?token=none', undefined],
  ['/invitations', undefined],
  ['/invitations?token=none', undefined],
  ['/organizations', undefined],
  ['/there-is-nothing/here', 'owner@acme.test'],
  ['/organizations', 'both@gatehouse.test'],
  ['/organizations', 'nomad@gatehouse.test'],
  ['/organizations/new', 'owner@acme.test'],
  ['/account', 'owner@acme.test'],
  ['/account', 'nomad@gatehouse.test'],
  ['/account/confirm-email?token=none', 'owner@acme.test'],
  ['/account/confirm-email', 'owner@acme.test'],
  ['/acme/tasks', 'owner@acme.test'],
  ['/acme/tasks?status=cancelled', 'viewer@acme.test'],
  ['/acme/tasks?search=nothing-has-this&status=todo&assignee=none', 'owner@acme.test'],
  ['/acme/tasks/new', 'owner@acme.test'],
  ['/acme/tasks/new', 'viewer@acme.test'],
  ['/acme/tasks/00000000-0000-4000-8000-000000000000', 'owner@acme.test'],
  ['/acme/members', 'owner@acme.test'],
  ['/acme/roles', 'owner@acme.test'],
  ['/acme/roles', 'viewer@acme.test'],
  ['/acme/roles/new', 'admin@acme.test'],
  ['/acme/roles/new', 'viewer@acme.test'],
  ['/acme/members', 'viewer@acme.test'],
  ['/acme/members?search=nobody-has-this', 'owner@acme.test'],
  ['/acme/activity', 'owner@acme.test'],
  ['/acme/activity?since=2001-01-01&until=2001-01-02', 'owner@acme.test'],
  ['/acme/activity?view=refused&kind=captcha', 'owner@acme.test'],
  ['/acme/activity', 'viewer@acme.test'],
  ['/admin/activity', 'root@gatehouse.test'],
  ['/admin/activity?view=refused', 'root@gatehouse.test'],
  ['/admin/activity', 'owner@acme.test'],
  ['/acme/settings', 'owner@acme.test'],
  ['/acme/settings', 'viewer@acme.test'],
  ['/organizations?search=nothing-has-this', 'both@gatehouse.test'],
  ['/acme/members/invitations', 'owner@acme.test'],
  ['/acme/members/invitations?state=declined', 'admin@acme.test'],
  ['/acme/members/invitations', 'viewer@acme.test'],
]

test('what is wrong is found, in the dark as in the light', async ({ page }) => {
  await page.setContent(`<html lang="en"><title>Faults</title>
    <style>p { color: #999 } @media (prefers-color-scheme: dark) { :root { background: #222 } p { color: #555 } }</style>
    <main><h1>Faults</h1><p>Pale.</p><button></button><div style="width: 600px">Wide.</div></main></html>`)
  const found = (await inspect(page)).map((line) => line.replace(/ \(.*/, ''))
  expect(found.toSorted()).toEqual([
    '390: scrolls sideways',
    'dark 1280: color-contrast',
    'dark 390: color-contrast',
    'light 1280: button-name',
    'light 1280: color-contrast',
    'light 390: button-name',
    'light 390: color-contrast',
  ])
})

for (const [address, person] of visits) {
  test(`${address} for ${person ?? 'anyone'}`, async ({ page }) => {
    if (person) await signIn(page, person)
    await page.goto(address)
    expect(await inspect(page)).toEqual([])
  })
}

test('a task, to change and to read', async ({ page, browser }) => {
  await signIn(page, 'owner@acme.test')
  await page.goto('/acme/tasks?sort=oldest')
  await page.getByRole('rowheader').first().getByRole('link').click()
  await expect(page.getByRole('button', { name: 'Save changes' })).toBeVisible()
  expect(await inspect(page)).toEqual([])

  const reader = await (await browser.newContext()).newPage()
  await signIn(reader, 'viewer@acme.test')
  await reader.goto(page.url())
  expect(await inspect(reader)).toEqual([])
  await reader.context().close()
})

test('what opens above the list', async ({ page }) => {
  const word = uniqueWord()
  await signIn(page, 'owner@acme.test')
  await createTask(page, `Looked at ${word}`)
  await openList(page, word)
  await page.getByLabel('Select all tasks on this page').check()
  await page.getByRole('button', { name: 'Change 1 task' }).click()
  await expect(page.getByText('Choose what to change first.')).toBeVisible()
  expect(await inspect(page)).toEqual([])

  await page.getByRole('button', { name: 'Delete', exact: true }).click()
  await expect(page.getByRole('alertdialog')).toBeVisible()
  expect(await inspect(page)).toEqual([])
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'Status', exact: true }).click()
  await expect(page.getByRole('checkbox', { name: 'Backlog' })).toBeVisible()
  expect(await inspect(page)).toEqual([])
})

test('under a finger nothing is smaller than 44 pixels', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await signIn(page, 'owner@acme.test')
  const pages = [
    '/acme/tasks?status=todo',
    '/acme/tasks/new',
    '/acme/members',
    '/acme/members/invitations',
    '/acme/activity',
    '/acme/roles',
    '/acme/roles/new',
    '/acme/settings',
  ]
  for (const address of pages) {
    await page.goto(address)
    const small = await page
      .getByRole('main')
      .locator('a, button, select, input:not([type=hidden], [type=checkbox])')
      .evaluateAll((targets) =>
        targets
          .filter((target) => target.checkVisibility() && target.getBoundingClientRect().height < 44)
          .map((target) => target.outerHTML.slice(0, 120)),
      )
    expect(small, address).toEqual([])
  }
})
