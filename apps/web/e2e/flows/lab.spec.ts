import { expect, test } from '@playwright/test'

test('a visitor finds every endpoint, with what guards it', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('link', { name: 'Every endpoint' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Every endpoint, and what guards it')
  const row = page.getByRole('row', { name: /deleteTasksAction/ })
  await expect(row).toContainText('Members of the organization')
  await expect(row).toContainText('May delete task')
  await expect(row).toContainText('Rule: withOwnTasks')
  await expect(row).toContainText('default.user')
  await expect(row).toContainText('taskIds: list, 1 to 100')
  const contact = page.getByRole('row', { name: /sendContactMessageAction/ })
  await expect(contact).toContainText('Anyone')
  await expect(contact).toContainText('Captcha')
})
