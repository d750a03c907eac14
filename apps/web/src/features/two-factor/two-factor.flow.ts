import type { Page } from '@playwright/test'

import { type Account, enter, makeAccount } from '@e2e/fixtures/accounts'
import { database } from '@e2e/fixtures/database'
import { inspect } from '@e2e/fixtures/inspect'
import { makeOrganization } from '@e2e/fixtures/organizations'
import { signIn } from '@e2e/fixtures/session'
import { takenOver } from '@e2e/fixtures/taken-over'
import { expect, test } from '@e2e/fixtures/test'
import { freshCode, turnOn } from '@e2e/fixtures/two-factor'

async function givePassword(page: Page, account: Account): Promise<void> {
  await page.context().clearCookies()
  await page.goto('/sign-in?next=/account')
  await enter(page, account)
  await expect(page).toHaveURL(/\/sign-in\/code\?next=%2Faccount$/)
}

async function enterCode(page: Page, label: 'Code' | 'Backup code', code: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).fill(code)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a person sets it up and then signs in with a code, or with a backup code', async ({ page }) => {
      const account = await makeAccount()
      await signIn(page, account.email)
      await page.goto('/account/security')
      await page.getByRole('link', { name: 'Set up' }).click()
      await expect(page.getByRole('heading', { name: 'Two-factor authentication' })).toBeVisible()
      const { key, backupCodes } = await turnOn(page)
      for (const name of ['Copy', 'Print'])
        await expect(page.getByRole('button', { name })).toBeVisible({ visible: javaScriptEnabled })
      const download = page.getByRole('link', { name: 'Download' })
      await expect(download).toHaveAttribute('download', 'gatehouse-backup-codes.txt')
      expect(decodeURIComponent((await download.getAttribute('href')) ?? '')).toContain(backupCodes[9])
      await page.getByRole('link', { name: 'I saved them' }).click()
      await page.getByRole('link', { name: 'Manage' }).click()
      await expect(page.getByText('10 codes are left.')).toBeVisible()
      expect(await page.content()).not.toContain(backupCodes[0])

      await givePassword(page, account)
      await expect(page.getByLabel('Code', { exact: true })).toHaveAttribute('autocomplete', 'one-time-code')
      await enterCode(page, 'Code', '000000')
      await expect(page.getByText('Incorrect or used code.')).toBeVisible()
      await enterCode(page, 'Code', await freshCode(account, key))
      await expect(page).toHaveURL(/\/account$/)

      await givePassword(page, account)
      await page.getByRole('link', { name: 'Use a backup code' }).click()
      await enterCode(page, 'Backup code', backupCodes[0] ?? '')
      await expect(page).toHaveURL(/\/account$/)
    })

    test('a sign-in that has ended says so', async ({ page }) => {
      const account = await makeAccount()
      await signIn(page, account.email)
      const { key } = await turnOn(page)
      await givePassword(page, account)
      await database()`DELETE FROM sign_in_challenge c USING "user" u WHERE u.id = c.user_id AND u.email = ${account.email}`
      await enterCode(page, 'Code', await freshCode(account, key))
      await expect(page).toHaveURL(/\/sign-in\?ended$/)
      await expect(page.getByText('Your sign-in has ended')).toBeVisible()

      await givePassword(page, account)
      for (let attempt = 1; attempt <= 5; attempt += 1) {
        const answer = page.waitForResponse((response) => response.request().method() === 'POST')
        await enterCode(page, 'Code', '000000')
        await answer
      }
      await expect(page.getByText('Your sign-in has ended')).toBeVisible()
    })

    test('an hour later, turning it off takes password and code', async ({ page }) => {
      const account = await makeAccount()
      await signIn(page, account.email)
      const { key } = await turnOn(page)
      await database()`UPDATE session SET proved_at = now() - interval '1 hour' FROM "user" u
        WHERE u.id = user_id AND u.email = ${account.email}`
      await page.goto('/account/security/two-factor')
      if (javaScriptEnabled) await takenOver(page)
      await page.getByRole('button', { name: 'Turn off' }).click()
      const within = javaScriptEnabled ? page.getByRole('alertdialog') : page
      await within
        .getByLabel(javaScriptEnabled ? 'Password' : 'Your password', { exact: true })
        .fill(account.password)
      await within.getByLabel(javaScriptEnabled ? 'Code' : 'Your code', { exact: true }).fill('000000')
      const send = within.getByRole('button', { name: javaScriptEnabled ? 'Continue' : 'Turn off' })
      await send.click()
      await expect(page.getByText('Incorrect or used code.')).toBeVisible()
      await within
        .getByLabel(javaScriptEnabled ? 'Password' : 'Your password', { exact: true })
        .fill(account.password)
      await within
        .getByLabel(javaScriptEnabled ? 'Code' : 'Your code', { exact: true })
        .fill(await freshCode(account, key))
      await send.click()
      await expect(page.getByText('Two-factor authentication is off.')).toBeVisible()
    })

    test('an organization that requires it is closed to members until they turn it on', async ({ page }) => {
      const [owner, member] = [await makeAccount(), await makeAccount()]
      const { slug } = await makeOrganization({ [owner.email]: 'owner', [member.email]: 'editor' })
      await signIn(page, owner.email)
      await page.goto(`/${slug}/settings`)
      await expect(page.getByRole('button', { name: 'Require', exact: true })).toHaveCount(0)
      await page.getByRole('link', { name: 'Turn it on' }).click()
      await turnOn(page)
      await page.goto(`/${slug}/settings`)
      if (javaScriptEnabled) await takenOver(page)
      await page.getByRole('button', { name: 'Require', exact: true }).click()
      await expect(page.getByRole('button', { name: 'Stop requiring' })).toBeVisible()

      await page.context().clearCookies()
      await signIn(page, member.email)
      for (const path of ['roles', 'settings', 'members']) {
        await page.goto(`/${slug}/${path}`)
        await expect(page.getByText('The organization you opened requires two-factor')).toBeVisible()
      }
      await turnOn(page)
      await page.goto(`/${slug}/members`)
      await expect(page.getByRole('heading', { name: 'Members' })).toBeVisible()
    })
  })
}

test('a super-admin without it is sent to turn it on', async ({ page }) => {
  const account = await makeAccount()
  await signIn(page, account.email)
  await database()`UPDATE "user" SET role = 'super-admin' WHERE email = ${account.email}`
  await page.goto('/admin/activity')
  await expect(page.getByText('Administering this site requires two-factor')).toBeVisible()
  await turnOn(page)
  await page.goto('/admin/activity')
  await expect(page.getByRole('heading', { name: 'Activity' })).toBeVisible()
  await database()`DELETE FROM "user" WHERE email = ${account.email}`
})

test('its pages are accessible on a phone and in dark mode', async ({ page }) => {
  const account = await makeAccount()
  await signIn(page, account.email)
  await page.goto('/account/security/two-factor')
  await page.getByRole('button', { name: 'Set up' }).click()
  await expect(page.getByRole('img', { name: 'QR code' })).toBeVisible()
  await expect(page.getByLabel('Code', { exact: true })).toBeVisible()
  expect(await inspect(page)).toEqual([])
  await turnOn(page)
  expect(await inspect(page)).toEqual([])
  await givePassword(page, account)
  expect(await inspect(page)).toEqual([])
})
