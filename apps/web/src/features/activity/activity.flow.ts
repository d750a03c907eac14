import { database } from '@e2e/fixtures/database'
import { makeOrganization } from '@e2e/fixtures/organizations'
import { signIn } from '@e2e/fixtures/session'
import { takenOver } from '@e2e/fixtures/taken-over'
import { expect, test } from '@e2e/fixtures/test'
import { uniqueWord } from '@e2e/fixtures/unique-word'

test('an owner can see what changed and who did it', async ({ page }) => {
  const word = uniqueWord()
  const { slug: organization } = await makeOrganization({ 'owner@acme.test': 'owner' })
  await signIn(page, 'owner@acme.test')
  await page.goto(`/${organization}/roles/new`)
  await takenOver(page)
  await page.getByLabel('Name', { exact: true }).fill(`Recorded ${word}`)
  await page.getByLabel('invite people').check()
  await page.getByRole('button', { name: 'Create role' }).click()
  await expect(page).toHaveURL(new RegExp(`/${organization}/roles$`))
  await page.getByRole('link', { name: 'Activity', exact: true }).click()
  await expect(page).toHaveURL(new RegExp(`/${organization}/activity$`))
  const entry = page.getByRole('listitem').filter({ hasText: word })
  await expect(entry).toContainText('Acme Owner')
  await expect(entry).toContainText(`created the organization role “Recorded ${word}”.`)

  await entry.getByRole('link', { name: /roles\.create/ }).click()
  await expect(page).toHaveURL(/action=roles\.create/)
  await expect(page.getByRole('link', { name: 'Remove filter: roles.create' })).toBeVisible()
  await page.getByRole('combobox', { name: 'Type' }).selectOption('Members')
  await expect(page).toHaveURL(/action=roles\.create&about=member|about=member.*action=roles\.create/)
  await expect(page.getByText('No changes')).toBeVisible()
})

test('a super-admin can see refusals in a chart and a table', async ({ page, browser }) => {
  const stranger = await (await browser.newContext()).newPage()
  await stranger.goto('/sign-in')
  await stranger.getByLabel('Email', { exact: true }).fill(`${uniqueWord()}@flows.test`)
  await stranger.getByLabel('Password', { exact: true }).fill('not the pass word')
  await stranger.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(stranger.getByText('Incorrect email or password')).toBeVisible()
  await stranger.context().close()

  await signIn(page, 'root@gatehouse.test')
  await page.goto('/organizations')
  await page.getByRole('button', { name: 'Account: Root' }).click()
  await page.getByRole('link', { name: 'Administration' }).click()
  await page.getByRole('link', { name: 'Refused requests', exact: true }).click()
  // Other tests are refused in the same minute, so without the filter the row may be on a later page.
  await page.getByRole('combobox', { name: 'Reason' }).selectOption('Failed sign-in')
  await expect(page).toHaveURL(/view=refused&kind=failed-sign-in/)
  await expect(page.getByRole('row').filter({ hasText: 'Failed sign-in' }).first()).toContainText(
    'auth.signIn',
  )
  const chart = page.getByRole('figure')
  await expect(chart.getByRole('list', { name: 'Refused requests by reason' })).toContainText(
    'Failed sign-in',
  )

  // By keyboard, as a person who can't see the bars would.
  await chart.getByText('View as table').focus()
  await page.keyboard.press('Enter')
  const table = page.getByRole('table', { name: 'Refused requests over time by reason' })
  await expect(table.getByRole('columnheader', { name: 'Failed sign-in' })).toBeVisible()

  await page.getByRole('combobox', { name: 'Reason' }).selectOption('Failed captcha')
  await expect(page).toHaveURL(/view=refused&kind=captcha/)
})

test('an editor can’t see the activity', async ({ page }) => {
  await signIn(page, 'editor@acme.test')
  await page.goto('/acme/members')
  await expect(page.getByRole('link', { name: 'Members', exact: true })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Activity', exact: true })).toHaveCount(0)
  const response = await page.goto('/acme/activity')
  expect(response?.status()).toBe(403)
})

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a super-admin narrows activity down to an hour of an organization and exports it', async ({
      page,
    }) => {
      const { slug, name } = await makeOrganization({ 'owner@acme.test': 'owner' })
      await database()`UPDATE organization SET name = ${`=1+1 ${name}`} WHERE slug = ${slug}`
      await signIn(page, 'root@gatehouse.test')
      await page.goto(`/admin/activity?in=${slug}`)
      await expect(page.getByRole('figure')).toContainText(/changes?/)
      await page.getByRole('link', { name: '(Show only this hour)' }).first().click()
      await expect(page).toHaveURL(/hour=20/)
      await expect(page.getByRole('link', { name: `Remove filter: ${slug}` })).toBeVisible()
      await page.getByRole('button', { name: 'Export as CSV' }).click()
      const link = page.getByRole('link', { name: 'Save file' })
      const file = decodeURIComponent((await link.getAttribute('href')) ?? '')
      expect(file).toMatch(/^data:text\/csv;charset=utf-8,\uFEFF"Time","Person",/)
      expect(file).toContain(`"'=1+1 ${name}"`)
    })
  })
}
