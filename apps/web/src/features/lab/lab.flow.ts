import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

import type { Page } from '@playwright/test'

import { expect, test } from '@e2e/fixtures/test'

const run = promisify(execFile)

/** Resolves with the reply to the last of these calls, however long a busy machine takes. */
function answered(page: Page, calls = 1): Promise<unknown> {
  let replies = 0
  return page.waitForResponse(
    (response) => response.request().method() === 'POST' && (replies += 1) === calls,
    { timeout: 0 },
  )
}

test('a visitor can open a lesson, fire its attack and open the next', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('link', { name: 'Try an attack' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Lab')
  await page.getByRole('link', { name: /Authorization 1: ownership/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Authorization 1: ownership')
  await page.getByText('Explanation').click()
  await expect(
    page.getByRole('figure', { name: 'apps/unguarded/src/app/no-ownership/actions.ts' }),
  ).toContainText('deleteTaskAction')
  await expect(page.getByRole('figure', { name: 'apps/web/src/features/tasks/actions.ts' })).toContainText(
    '.useValidated(withOwnTasks)',
  )
  const run = page.getByRole('button', { name: 'Run from the server' })
  const reply = answered(page)
  await run.press('Enter')
  await reply
  const report = page.getByRole('region', { name: 'Result' })
  await expect(report).toContainText('Gatehouse: held')
  await expect(run).toBeFocused()
  await expect(report).toContainText('.useValidated(withOwnTasks)')
  await expect(report).toContainText('FORBIDDEN')
  await expect(report).toContainText('denied, 1 this minute')
  await expect(page.getByRole('listitem').filter({ hasText: 'denied by Acme Editor' })).toBeVisible()
  await page.getByRole('link', { name: 'Authorization 2: membership' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Authorization 2: membership')
})

test('guesses pass, then stop', async ({ page }) => {
  await page.goto('/lab/no-rate-limit')
  await page.getByText('Explanation').click()
  const replies = answered(page, 6)
  await page.getByRole('button', { name: 'Run from this browser' }).click()
  await replies
  const guesses = page.getByRole('region', { name: 'Result' }).getByRole('listitem')
  await expect(guesses).toHaveCount(6)
  await expect(guesses.last()).toHaveText('CAPTCHA_REQUIRED')
})

test('the browser fires an attack that a browser can make', async ({ page }) => {
  await page.goto('/lab/attack?endpoint=deleteTasksAction')
  const calls: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST') calls.push(new URL(request.url()).pathname)
  })
  await page.getByRole('button', { name: 'Run from this browser' }).click()
  const report = page.getByRole('region', { name: 'Result' })
  await expect(report).toContainText('UNAUTHORIZED')
  await expect(page.getByRole('button', { name: 'Run from this browser' })).toBeFocused()
  await expect(
    page.getByRole('listitem').filter({ hasText: 'unauthenticated by a signed-out user' }),
  ).toBeVisible()
  expect(calls).toEqual(['/acme/tasks'])
})

test('a visitor can choose an attack, and its curl line works in a shell', async ({ page }) => {
  await page.goto('/lab/attack')
  await page.getByLabel('Endpoint').selectOption('renameOrganizationAction')
  await page.getByRole('button', { name: 'Show' }).click()
  await page.getByText('Another organization').click()
  await page.getByRole('link', { name: "The other organization's editor" }).click()
  await expect(page.getByRole('heading', { level: 2 })).toHaveText("the other organization's editor")
  const line = page.getByRole('region', { name: 'Attack as a curl command' })
  // No other flow signs in as this person: after a few sign-ins a check would be required, which curl can't do.
  await expect(line).toContainText('# Sign in as editor@globex.test')
  const { stdout } = await run('bash', ['-c', await line.innerText()])
  expect(stdout).toContain('"code":"NOT_FOUND"')
})

/** Finds a lesson's line, answers a question and checks the progress. */
async function solveAndReset(page: Page, reset: () => Promise<void>): Promise<void> {
  await page.goto('/lab/no-ownership')
  const find = page.getByRole('region', { name: 'Find it' })
  await find.getByRole('button', { name: /use server/ }).click()
  await expect(find).toContainText('not this one')
  await find.getByRole('button', { name: /\.where\(/ }).click()
  await expect(find).toContainText('found')
  await page.goto('/lab/no-ownership')
  await expect(find).toContainText('The ID alone decides')
  await page.goto('/lab/questions')
  const question = page.getByRole('region', { name: /limit on sign-in attempts/ })
  await question.getByRole('button', { name: /A cookie that the server sets/ }).click()
  await expect(question).toContainText('A script can drop the cookie')
  await question.getByRole('button', { name: /such as the account/ }).click()
  await expect(question).toContainText('A: right')
  await page.reload()
  await expect(question).toContainText('A: right')
  await page.goto('/lab')
  await expect(page.getByRole('heading', { name: /^Solved 2 of/ })).toBeVisible()
  await reset()
  await expect(page.getByRole('heading', { name: /^Solved 0 of/ })).toBeVisible()
}

test('a visitor can find a line and answer a question, and reset what they solved', async ({ page }) => {
  const solved = page.getByRole('heading', { name: /^Solved 2 of/ })
  const ask = page.getByRole('button', { name: 'Reset progress' })
  const dialog = page.getByRole('alertdialog')
  await solveAndReset(page, async () => {
    await ask.click()
    await dialog.getByRole('button', { name: 'Cancel' }).press('Enter')
    await expect(ask).toBeFocused()
    await expect(solved).toBeVisible()
    await ask.click()
    await dialog.getByRole('button', { name: 'Reset progress' }).click()
  })
  await expect(page.getByRole('heading', { name: /^Solved 0 of/ })).toBeFocused()
})

test('a visitor sees the bytes of the request that they edit, and why it is not sent', async ({ page }) => {
  await page.goto('/lab/no-role')
  const attack = page.getByRole('region', { name: 'Attack it' })
  await attack.getByText('Raw request').click()
  await attack.getByLabel('Arguments as JSON').fill('{"role": "owner"}')
  await expect(attack.getByRole('region', { name: 'The request as it is sent' })).toContainText(
    'name="_1_role"',
  )
  await attack.getByLabel('Arguments as JSON').fill('{')
  await expect(attack).toContainText('This is not valid JSON')
  const send = attack.getByRole('button', { name: 'Send' })
  await send.press('Enter')
  const args = attack.getByLabel('Arguments as JSON')
  await expect(args).toBeFocused()
  await expect(args).toHaveAccessibleDescription('This is not valid JSON. Check quotes and commas.')
  await args.fill('["owner"]')
  await send.press('Enter')
  await expect(args).toHaveAccessibleDescription('Enter an object, such as {"name": "value"}.')
  await args.fill('{"role": "owner"}')
  await expect(args).toHaveAccessibleDescription('')
  await attack.getByText('Hint', { exact: true }).click()
  await expect(attack.getByText('Which values could be others?')).toBeVisible()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a visitor can find a line and answer a question, and reset what they solved', async ({ page }) => {
    await solveAndReset(page, async () => {
      await page.locator('summary', { hasText: 'Reset progress' }).click()
      await page.getByRole('button', { name: 'Reset everything' }).click()
    })
  })

  test('a visitor keeps the request that they typed', async ({ page }) => {
    await page.goto('/lab/no-role')
    const attack = page.getByRole('region', { name: 'Attack it' })
    await attack.getByLabel('Who you are').selectOption('viewer@acme.test')
    await attack.getByLabel('Arguments as JSON').fill('{"role": "owner"}')
    await attack.getByRole('button', { name: 'Send' }).click()
    await expect(attack.getByRole('region', { name: 'Your result' })).toBeVisible()
    await expect(attack.getByLabel('Who you are')).toHaveValue('viewer@acme.test')
    await expect(attack.getByLabel('Arguments as JSON')).toHaveValue('{"role": "owner"}')
    await expect(attack).toContainText('name="_1_role"')
    await attack.getByRole('button', { name: 'admin' }).first().click()
    await expect(page.locator(':popover-open')).toContainText('What a member of an organization may do')
  })

  test('a visitor can fire an attack and see its report', async ({ page }) => {
    await page.goto('/lab/attack?endpoint=deleteOrganizationAction&attack=origin.foreign-origin.1')
    const reply = answered(page)
    await page.getByRole('button', { name: 'Run from the server' }).click()
    await reply
    await expect(page.getByRole('region', { name: 'Result' })).toContainText('Gatehouse: held')
  })
})

test('every endpoint is listed with its guards', async ({ page }) => {
  await page.goto('/lab')
  await page.getByRole('link', { name: 'Endpoint inventory' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Endpoint inventory')
  const row = page.getByRole('row', { name: /deleteTasksAction/ })
  await expect(row).toContainText('Organization members')
  await expect(row).toContainText('Permission: task.delete')
  await expect(row).toContainText('Rule: withOwnTasks')
  await expect(row).toContainText('default.user')
  await expect(row).toContainText('taskIds: list, 1 to 100')
  const contact = page.getByRole('row', { name: /sendContactMessageAction/ })
  await expect(contact).toContainText('Anyone')
  await expect(contact).toContainText('Captcha')
})
