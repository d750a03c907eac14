import { blackPng } from '@kit/auth/testing/png'
import { makeAccount } from '@e2e/fixtures/accounts'
import { inspect } from '@e2e/fixtures/inspect'
import { makeOrganization } from '@e2e/fixtures/organizations'
import { signIn } from '@e2e/fixtures/session'
import { takenOver } from '@e2e/fixtures/taken-over'
import { expect, test } from '@e2e/fixtures/test'

const file = (buffer: Buffer) => ({ name: 'me.png', mimeType: 'image/png', buffer })

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a person uploads a picture, which others see, and removes it', async ({ page, browser }) => {
      const [me, other] = [await makeAccount(), await makeAccount()]
      const { slug } = await makeOrganization({ [me.email]: 'editor', [other.email]: 'owner' })
      await signIn(page, me.email)
      await page.goto('/account')
      if (javaScriptEnabled) await takenOver(page)
      await page.getByLabel('Picture').setInputFiles(file(Buffer.from('no picture')))
      await page.getByRole('button', { name: 'Upload' }).click()
      await expect(page.getByText('Choose a PNG, JPEG or WebP picture')).toBeVisible()

      await page.getByLabel('Picture').setInputFiles(file(blackPng(600)))
      await page.getByRole('button', { name: 'Upload' }).click()
      await expect(page.getByText('Your picture has been changed.')).toBeVisible()
      const pictures = page.locator('img[src^="/api/avatars/"]')
      await expect(pictures).toHaveCount(2)
      if (javaScriptEnabled) expect(await inspect(page)).toEqual([])

      const theirs = await browser.newPage({ javaScriptEnabled })
      await signIn(theirs, other.email)
      await theirs.goto(`/${slug}/members`)
      const seen = theirs.getByRole('row').filter({ hasText: me.name }).locator('img')
      expect(await seen.evaluate((img: HTMLImageElement) => img.decode().then(() => img.naturalWidth))).toBe(
        192,
      )
      await theirs.close()

      await page.getByRole('button', { name: 'Remove picture' }).click()
      await expect(page.getByRole('button', { name: 'Remove picture' })).toHaveCount(0)
      await expect(pictures).toHaveCount(0)
    })
  })
}
