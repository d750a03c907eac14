import { makeOrganization } from '@e2e/fixtures/organizations'
import { signIn } from '@e2e/fixtures/session'
import { expect, test } from '@e2e/fixtures/test'
import { uniqueWord } from '@e2e/fixtures/unique-word'

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('an admin can rename the organization', async ({ page }) => {
      const { slug } = await makeOrganization({ 'owner@acme.test': 'owner', 'admin@acme.test': 'admin' })
      await signIn(page, 'admin@acme.test')
      await page.goto(`/${slug}/settings`)
      await page.getByLabel('Name', { exact: true }).fill(`Foundry ${slug}`)
      await page.getByRole('button', { name: 'Save name' }).click()
      await expect(page.getByText('Saved.')).toBeVisible()
      await expect(page.getByRole('button', { name: `Organization: Foundry ${slug}` })).toBeVisible()
    })

    test('an owner can change the URL, and old links redirect', async ({ page }) => {
      const { slug } = await makeOrganization({ 'owner@acme.test': 'owner' })
      const moved = uniqueWord()
      await signIn(page, 'owner@acme.test')
      await page.goto(`/${slug}/settings`)
      await page.getByLabel('URL', { exact: true }).fill('globex')
      await page.getByRole('button', { name: 'Change URL' }).click()
      await expect(page.getByText(/This URL is taken. Try [a-z-]+-\d+\./)).toBeVisible()
      await page.getByLabel('URL', { exact: true }).fill(moved)
      await page.getByRole('button', { name: 'Change URL' }).click()
      await page.waitForURL(`**/${moved}/settings`)
      await expect(page.getByText(`Previous URLs that redirect here: /${slug}`)).toBeVisible()

      await page.goto(`/${slug}/members?search=owner`)
      await expect(page).toHaveURL(new RegExp(`/${moved}/members\\?search=owner$`))
    })

    test('an owner can transfer ownership to a member', async ({ page }) => {
      const { slug } = await makeOrganization({ 'owner@acme.test': 'owner', 'viewer@acme.test': 'viewer' })
      await signIn(page, 'owner@acme.test')
      await page.goto(`/${slug}/settings`)
      const email = page.getByLabel("New owner's email")
      await email.fill('owner@globex.test')
      await page.getByRole('button', { name: 'Transfer ownership' }).click()
      await expect(page.getByText('No other member has this email.')).toBeVisible()
      await expect(email).toHaveValue('owner@globex.test')
      await email.fill('viewer@acme.test')
      await page.getByRole('button', { name: 'Transfer ownership' }).click()
      await page.waitForURL(`**/${slug}/members`)
      await expect(page.getByRole('row').filter({ hasText: 'viewer@acme.test' })).toContainText('Owner')
      await expect(page.getByRole('row').filter({ hasText: 'You' })).toContainText('Admin')
    })

    test('a member can leave, but the last owner can’t', async ({ page }) => {
      const { slug, name } = await makeOrganization({
        'owner@acme.test': 'owner',
        'both@gatehouse.test': 'viewer',
      })
      await signIn(page, 'both@gatehouse.test')
      await page.goto(`/${slug}/settings`)
      await page.getByLabel(`I want to leave ${name}.`).check()
      await page.getByRole('button', { name: 'Leave organization' }).click()
      await page.waitForURL('**/organizations')
      await expect(page.getByText(name)).toHaveCount(0)
      expect((await page.goto(`/${slug}/members`))?.status()).toBe(404)

      await page.context().clearCookies()
      await signIn(page, 'owner@acme.test')
      await page.goto(`/${slug}/settings`)
      await expect(page.getByText('You can’t leave, because you’re the only owner.')).toBeVisible()
      await expect(page.getByRole('button', { name: 'Leave organization' })).toHaveCount(0)
    })

    test('an owner can delete the organization and sees what was deleted', async ({ page }) => {
      const { slug, name } = await makeOrganization({
        'owner@acme.test': 'owner',
        'editor@acme.test': 'editor',
      })
      await signIn(page, 'owner@acme.test')
      await page.goto(`/${slug}/settings`)
      await page.getByLabel(`Type “${slug}” to confirm`).fill('acme')
      await page.getByRole('button', { name: 'Delete organization' }).click()
      await expect(page.getByText('This doesn’t match the organization’s URL.')).toBeVisible()
      await page.getByLabel(`Type “${slug}” to confirm`).fill(slug)
      await page.getByRole('button', { name: 'Delete organization' }).click()
      await page.waitForURL('**/organizations')
      await expect(page.getByText(`${name} was deleted.`)).toBeVisible()
      await expect(page.getByText(/2 memberships,? and 0 invitations/)).toBeVisible()
      expect((await page.goto(`/${slug}/settings`))?.status()).toBe(404)
    })
  })
}

test('settings show what each role allows', async ({ page }) => {
  const { slug } = await makeOrganization({
    'owner@acme.test': 'owner',
    'admin@acme.test': 'admin',
    'editor@acme.test': 'editor',
  })
  const buttons = () => page.getByRole('main').getByRole('button').allInnerTexts()
  await signIn(page, 'admin@acme.test')
  await page.goto(`/${slug}/settings`)
  expect(await buttons()).toEqual(['Save name', 'Change URL', 'Leave organization'])
  await page.context().clearCookies()
  await signIn(page, 'editor@acme.test')
  await page.goto(`/${slug}/settings`)
  expect(await buttons()).toEqual(['Leave organization'])
})
