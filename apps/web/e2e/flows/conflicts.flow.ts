import type { Page } from '@playwright/test'

import { makeAccount } from '../fixtures/accounts'
import { database } from '../fixtures/database'
import { makeOrganization } from '../fixtures/organizations'
import { signIn } from '../fixtures/session'
import { takenOver } from '../fixtures/taken-over'
import { expect, test } from '../fixtures/test'

const name = (page: Page) => page.getByRole('main').getByLabel('Name', { exact: true })
const theirs = (page: Page) => page.getByLabel('Name, theirs', { exact: true })

/** Something that a form with a Name field edits. */
interface Edited {
  path: string
  button: string
  reads: () => Promise<string>
}

async function organization(page: Page): Promise<Edited> {
  const { slug } = await makeOrganization({ 'owner@acme.test': 'owner' })
  await signIn(page, 'owner@acme.test')
  const reads = async () => {
    const [row] = await database()<{ name: string }[]>`SELECT name FROM organization WHERE slug = ${slug}`
    return row?.name ?? ''
  }
  return { path: `/${slug}/settings`, button: 'Save name', reads }
}

async function profile(page: Page): Promise<Edited> {
  const { email } = await makeAccount()
  await signIn(page, email)
  const reads = async () => {
    const [row] = await database()<{ name: string }[]>`SELECT name FROM "user" WHERE email = ${email}`
    return row?.name ?? ''
  }
  return { path: '/account', button: 'Save', reads }
}

async function role(page: Page): Promise<Edited> {
  const { slug } = await makeOrganization({ 'owner@acme.test': 'owner' })
  await signIn(page, 'owner@acme.test')
  const [made] = await database()<{ id: string }[]>`
    INSERT INTO organization_role (organization_id, name, permissions)
    SELECT id, 'Scout', '{"member":["read"]}' FROM organization WHERE slug = ${slug} RETURNING id`
  const id = made?.id ?? ''
  const reads = async () => {
    const [row] = await database()<{ name: string; permissions: object }[]>`
      SELECT name, permissions FROM organization_role WHERE id = ${id}`
    return `${row?.name} ${JSON.stringify(row?.permissions)}`
  }
  return { path: `/${slug}/roles/${id}`, button: 'Save changes', reads }
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })
    const open = async (tab: Page, path: string) => {
      await tab.goto(path)
      if (javaScriptEnabled) await takenOver(tab)
    }

    for (const [what, make] of Object.entries({ organization, profile, role })) {
      test(`two people who rename the same ${what} see both names`, async ({ page }) => {
        const { path, button, reads } = await make(page)
        const other = await page.context().newPage()
        await open(page, path)
        await open(other, path)
        await name(page).fill('Amber')
        await page.getByRole('button', { name: button, exact: true }).click()
        await expect(page.getByText(/^(Changes s|S)aved\.$/)).toBeVisible()
        await name(other).fill('Basalt')
        await other.getByRole('button', { name: button, exact: true }).click()
        await expect(theirs(other)).toHaveValue('Amber')
        await expect(name(other)).toHaveValue('Basalt')
        expect(await reads()).toContain('Amber')
        await other.getByRole('button', { name: 'Keep mine' }).click()
        await expect(other.getByText(/^(Changes s|S)aved\.$/)).toBeVisible()
        expect(await reads()).toContain('Basalt')

        // The first tab has seen neither change.
        await name(page).fill('Chalk')
        await page.getByRole('button', { name: button, exact: true }).click()
        await expect(theirs(page)).toHaveValue('Basalt')
        await page.getByRole('button', { name: 'Use theirs' }).click()
        await expect(theirs(page)).toHaveCount(0)
        await expect(name(page)).toHaveValue('Basalt')
        expect(await reads()).toContain('Basalt')
      })
    }

    test('a new name and new permissions of a role both survive; two sets of permissions conflict', async ({
      page,
    }) => {
      const { path, reads } = await role(page)
      const other = await page.context().newPage()
      await open(page, path)
      await open(other, path)
      await page.getByLabel('invite people').check()
      await page.getByRole('button', { name: 'Save changes' }).click()
      await expect(page.getByText('Changes saved.')).toBeVisible()
      await name(other).fill('Ranger')
      await other.getByRole('button', { name: 'Save changes' }).click()
      await expect(other.getByText('Changes saved.')).toBeVisible()
      await expect(other.getByLabel('invite people')).toBeChecked()
      const both = 'Ranger {"member":["read"],"invitation":["create"]}'
      expect(await reads()).toBe(both)

      await page.getByLabel('see the activity').check()
      await page.getByRole('button', { name: 'Save changes' }).click()
      await expect.poll(reads).not.toBe(both)
      await other.getByLabel('invite people').uncheck()
      await other.getByRole('button', { name: 'Save changes' }).click()
      const conflict = other.getByRole('group', { name: 'Permissions saved by someone else' })
      await expect(conflict).toContainText('see the activity')
      await expect(other.getByLabel('invite people')).not.toBeChecked()
      await conflict.getByRole('button', { name: 'Use theirs' }).click()
      await expect(conflict).toHaveCount(0)
      await expect(other.getByLabel('see the activity')).toBeChecked()
      await expect(other.getByLabel('invite people')).toBeChecked()
    })
  })
}
