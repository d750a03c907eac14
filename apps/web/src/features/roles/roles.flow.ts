import { makeOrganization } from '@e2e/fixtures/organizations'
import { signIn } from '@e2e/fixtures/session'
import { takenOver } from '@e2e/fixtures/taken-over'
import { expect, test } from '@e2e/fixtures/test'
import { uniqueWord } from '@e2e/fixtures/unique-word'

test('the table shows what each role can do and which is yours', async ({ page }) => {
  await signIn(page, 'editor@acme.test')
  await page.goto('/acme/roles')
  const table = page.getByRole('table', { name: 'Permissions by role' })
  await expect(table.getByRole('columnheader', { name: /^Editor/ })).toContainText('Yours')
  const row = table.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'remove members' }) })
  await expect(row.getByRole('cell').first()).toHaveText('Yes')
  await expect(row.getByRole('cell').nth(3)).toHaveText('No')
  await expect(page.getByRole('link', { name: 'New role' })).toHaveCount(0)
  await expect(page.getByRole('main').getByRole('link', { name: /Triage/ })).toHaveCount(0)
  expect((await page.goto('/acme/roles/new'))?.status()).toBe(403)
  await expect(page.getByRole('main')).toContainText("You don't have permission to create roles.")
  await page.getByRole('link', { name: 'Permissions by role' }).click()
  await expect(page).toHaveURL(/\/acme\/roles$/)
})

test('an admin can create, change and delete a role within their own permissions', async ({ page }) => {
  const name = `Scout ${uniqueWord()}`
  await signIn(page, 'admin@acme.test')
  await page.goto('/acme/roles')
  await page.getByRole('link', { name: 'New role' }).click()
  await takenOver(page)
  await expect(page.getByLabel('see members and roles')).toBeVisible()
  await expect(page.getByLabel('delete the organization')).toHaveCount(0)

  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByRole('button', { name: 'Create role' }).click()
  await expect(page.getByText('Choose at least one permission.')).toBeVisible()
  await page.getByLabel('see members and roles').check()
  await page.getByLabel('invite people').check()
  await page.getByRole('button', { name: 'Create role' }).click()
  await expect(page).toHaveURL(/\/acme\/roles$/)

  const entry = page.getByRole('main').getByRole('link', { name })
  await expect(entry).toContainText('2 permissions, no members')
  await entry.click()
  await takenOver(page)
  await expect(page.getByLabel('invite people')).toBeChecked()
  await page.getByLabel('invite people').uncheck()
  await page.getByLabel('Name', { exact: true }).fill('ADMIN')
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByText('This name is reserved for a built-in role. Choose another one.')).toBeVisible()
  await page.getByLabel('Name', { exact: true }).fill(`${name} II`)
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByText('Changes saved.')).toBeVisible()
  await page.getByRole('button', { name: 'Delete role' }).click()
  await expect(page).toHaveURL(/\/acme\/roles$/)
  await expect(page.getByText(name)).toHaveCount(0)
})

test('an admin can’t change a role that allows more than theirs', async ({ page }) => {
  await signIn(page, 'admin@acme.test')
  await page.goto('/acme/roles')
  const roles = page.getByRole('region', { name: 'Custom roles' })
  await expect(roles.getByText('Steward')).toBeVisible()
  await expect(roles.getByRole('link', { name: /Steward/ })).toHaveCount(0)
  await expect(roles.getByRole('link', { name: /Triage/ })).toBeVisible()
})

test('a custom role takes effect at once', async ({ page, browser }) => {
  const word = uniqueWord()
  const { slug, name } = await makeOrganization({
    'owner@acme.test': 'owner',
    'both@gatehouse.test': 'editor',
  })
  await signIn(page, 'owner@acme.test')
  await page.goto(`/${slug}/roles/new`)
  await takenOver(page)
  await page.getByLabel('Name', { exact: true }).fill(`Reader ${word}`)
  await page.getByLabel('see the activity').check()
  await page.getByRole('button', { name: 'Create role' }).click()
  await expect(page).toHaveURL(new RegExp(`/${slug}/roles$`))
  const url = await page.getByRole('link', { name: new RegExp(word) }).getAttribute('href')

  await page.goto(`/${slug}/members?search=both`)
  await takenOver(page)
  await page.getByLabel('Role of Acme and Globex').selectOption({ label: `Reader ${word}` })
  await expect(page.getByText(`Role of Acme and Globex: Reader ${word}`)).toBeVisible()

  const holder = await (await browser.newContext()).newPage()
  await signIn(holder, 'both@gatehouse.test')
  await holder.goto(`/${slug}/activity`)
  const navigation = holder.getByRole('navigation', { name })
  await expect(navigation.getByRole('link', { name: 'Activity' })).toBeVisible()
  await expect(navigation.getByRole('link', { name: /Members|Roles/ })).toHaveCount(0)
  expect((await holder.goto(`/${slug}/members`))?.status()).toBe(403)
  await expect(holder.getByRole('main')).toContainText(
    "You don't have permission to see members and roles. Ask an owner or admin of this organization.",
  )
  await holder.goto(`/${slug}/settings`)
  await expect(holder.getByRole('button', { name: 'Leave organization' })).toBeVisible()
  // Their role in the other organization is unchanged.
  expect((await holder.goto('/globex/members'))?.status()).toBe(200)
  await holder.context().close()

  await page.goto(url ?? '')
  await takenOver(page)
  await page.getByRole('button', { name: 'Delete role' }).click()
  await expect(page.getByText('This role is in use by 1 member.')).toBeVisible()

  await page.goto(`/${slug}/members?search=both`)
  await takenOver(page)
  await page.getByLabel('Role of Acme and Globex').selectOption({ label: 'Editor' })
  await expect(page.getByText('Role of Acme and Globex: Editor')).toBeVisible()
  await page.goto(url ?? '')
  await takenOver(page)
  await page.getByRole('button', { name: 'Delete role' }).click()
  await expect(page).toHaveURL(new RegExp(`/${slug}/roles$`))
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('an owner can create, change and delete a role, and a rejected form keeps its choices', async ({
    page,
  }) => {
    const name = `By hand ${uniqueWord()}`
    await signIn(page, 'owner@acme.test')
    await page.goto('/acme/roles/new')
    await page.getByLabel('Name', { exact: true }).fill('Triage')
    await page.getByLabel('see members and roles').check()
    await page.getByLabel('invite people').check()
    await page.getByRole('button', { name: 'Create role' }).click()
    await expect(page.getByText('A role with this name already exists.')).toBeVisible()
    await expect(page.getByLabel('see members and roles')).toBeChecked()
    await expect(page.getByLabel('invite people')).toBeChecked()
    await expect(page.getByLabel('remove members')).not.toBeChecked()

    await page.getByLabel('Name', { exact: true }).fill(name)
    await page.getByRole('button', { name: 'Create role' }).click()
    await expect(page).toHaveURL(/\/acme\/roles(\?created=[\w-]+)?$/)
    await page.getByRole('main').getByRole('link', { name }).click()
    await page.getByLabel('invite people').uncheck()
    await page.getByRole('button', { name: 'Save changes' }).click()
    await expect(page.getByText('Changes saved.')).toBeVisible()
    await expect(page.getByLabel('invite people')).not.toBeChecked()
    await page.getByRole('button', { name: 'Delete role' }).click()
    await expect(page).toHaveURL(/\/acme\/roles$/)
    await expect(page.getByText(name)).toHaveCount(0)
  })
})
