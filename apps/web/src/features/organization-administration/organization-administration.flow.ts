import type { Page } from '@playwright/test'

import { makeAccount } from '@e2e/fixtures/accounts'
import { inspect } from '@e2e/fixtures/inspect'
import { makeOrganization } from '@e2e/fixtures/organizations'
import { signIn } from '@e2e/fixtures/session'
import { expect, test } from '@e2e/fixtures/test'

const ROOT = 'root@gatehouse.test'

async function find(page: Page, name: string): Promise<void> {
  await page.goto(`/admin/organizations?search=${encodeURIComponent(name)}`)
  await page.getByRole('link', { name }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
}

async function decide(
  page: Page,
  { title, button = title, slug }: { title: string; button?: string; slug?: string },
) {
  await page.getByRole('link', { name: title, exact: true }).click()
  await page.waitForURL(/\/admin\/organizations\/[0-9a-f-]{36}\/[a-z]+$/)
  await page.getByLabel('Reason').fill('Asked for by mail')
  if (slug !== undefined) await page.getByLabel('URL name').fill(slug)
  await page.getByRole('button', { name: button, exact: true }).click()
  await page.waitForURL(/\/admin\/organizations\/[0-9a-f-]{36}$/)
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('an organization is suspended and restored, and its deletion is scheduled and canceled', async ({
      page,
      browser,
    }) => {
      const owner = await makeAccount()
      const { name, slug } = await makeOrganization({ [owner.email]: 'owner' })
      const theirs = await browser.newPage({ javaScriptEnabled })
      await signIn(theirs, owner.email)
      await theirs.goto(`/${slug}/settings`)
      await signIn(page, ROOT)
      await find(page, name)
      await decide(page, { title: 'Suspend' })
      await expect(page.getByText('Suspended', { exact: true })).toBeVisible()
      await expect(page.getByText('Asked for by mail').first()).toBeVisible()

      // A form that was already open is refused, and every page says why.
      await theirs.getByLabel('Name').fill('Another name')
      await theirs.getByRole('button', { name: 'Save' }).first().click()
      await expect(
        theirs.getByText('This organization is closed, so nothing in it can be changed.'),
      ).toBeVisible()
      for (const path of ['settings', 'members']) {
        await theirs.goto(`/${slug}/${path}`)
        await expect(theirs.getByText('This organization is suspended.')).toBeVisible()
        await expect(theirs.getByText('Asked for by mail')).toBeVisible()
      }
      await expect(theirs.getByText(owner.email).first()).toBeVisible()
      await theirs.goto(`/${slug}/settings`)
      await expect(theirs.getByText('You can’t leave while nothing can be changed here.')).toBeVisible()
      await expect(theirs.getByRole('main').getByRole('button')).toHaveCount(0)
      await theirs.goto(`/${slug}/members`)
      await expect(theirs.getByRole('link', { name: 'Invite people' })).toHaveCount(0)

      await decide(page, { title: 'End suspension' })
      await decide(page, { title: 'Delete', button: 'Delete in 30 days', slug })
      await theirs.goto(`/${slug}/settings`)
      await expect(theirs.getByText('This organization is suspended.')).toHaveCount(0)
      await expect(theirs.getByText('This organization will be deleted on')).toBeVisible()
      await decide(page, { title: 'Cancel deletion' })
      await theirs.goto(`/${slug}/settings`)
      await expect(theirs.getByText('This organization will be deleted on')).toHaveCount(0)
      await theirs.close()
    })
  })
}

test('the pages about an organization are accessible', async ({ page }) => {
  const owner = await makeAccount()
  const { name, slug } = await makeOrganization({ [owner.email]: 'owner' })
  await signIn(page, ROOT)
  await find(page, name)
  expect(await inspect(page)).toEqual([])
  await decide(page, { title: 'Delete', button: 'Delete in 30 days', slug })
  await page.getByRole('link', { name: 'Suspend' }).click()
  await page.waitForURL(/\/suspend$/)
  expect(await inspect(page)).toEqual([])
})
