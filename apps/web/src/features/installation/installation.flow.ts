import { database } from '@e2e/fixtures/database'
import { inspect } from '@e2e/fixtures/inspect'
import { signIn } from '@e2e/fixtures/session'
import { expect, test } from '@e2e/fixtures/test'

test.afterEach(() => database()`UPDATE installation SET banner = ''`)

// Only the banner, because other flows sign up at the same time.
for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a super-admin sets a banner, which every page then shows', async ({ page }) => {
      await signIn(page, 'root@gatehouse.test')
      await page.goto('/admin/settings')
      await page.getByLabel('Banner').fill('Maintenance at noon')
      await page.getByLabel('Reason').fill('Planned')
      await page.getByRole('button', { name: 'Save' }).click()
      await expect(page.getByText('Saved.')).toBeVisible()
      await expect(async () => {
        await page.goto('/account')
        await expect(page.getByRole('complementary', { name: 'Announcement' })).toHaveText(
          'Maintenance at noon',
          {
            timeout: 500,
          },
        )
      }).toPass()
      await page.goto('/admin/settings')
      if (javaScriptEnabled) expect(await inspect(page)).toEqual([])
    })
  })
}
