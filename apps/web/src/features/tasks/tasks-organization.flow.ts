import { makeOrganization } from '@e2e/fixtures/organizations'
import { signIn } from '@e2e/fixtures/session'
import { takenOver } from '@e2e/fixtures/taken-over'
import { expect, test } from '@e2e/fixtures/test'
import { uniqueWord } from '@e2e/fixtures/unique-word'
import { changeField, createTask, makeTasks } from '@e2e/tasks/fixtures'

test('an organization opens on its tasks', async ({ page }) => {
  await signIn(page, 'owner@acme.test')
  await page.goto('/acme')
  await expect(page).toHaveURL(/\/acme\/tasks$/)
})

test('the tasks of a removed member are unassigned, and their open list says so', async ({
  page,
  browser,
}) => {
  const { slug } = await makeOrganization({ 'owner@acme.test': 'owner', 'editor@acme.test': 'editor' })
  await makeTasks(slug, 'owner@acme.test', [
    { title: 'Task 1', assignee: 'editor@acme.test' },
    { title: 'Task 2', assignee: 'editor@acme.test' },
  ])
  const [acting, reading] = await Promise.all([0, 1].map(async () => (await browser.newContext()).newPage()))
  if (!acting || !reading) throw new Error('Two pages were opened.')
  for (const open of [acting, reading]) await signIn(open, 'editor@acme.test')
  await acting.goto(`/${slug}/tasks`)
  await takenOver(acting)
  await reading.goto(`/${slug}/members`)

  await signIn(page, 'owner@acme.test')
  await page.goto(`/${slug}/members`)
  await takenOver(page)
  await page.getByRole('button', { name: 'Remove Acme Editor' }).click()
  await page.getByRole('button', { name: 'Remove member' }).click()
  await expect(page.getByText('Acme Editor was removed. 2 items are now unassigned.')).toBeVisible()

  await changeField(acting, 'Status', 'Task 1', 'Done')
  const alert = acting
    .getByRole('alert')
    .filter({ hasText: "This organization doesn't exist, or you're no longer a member." })
  await expect(alert).toBeVisible()
  await reading.getByRole('link', { name: 'Tasks' }).click()
  await expect(reading.getByText('no longer a member of this organization')).toBeVisible()
  expect((await reading.goto(`/${slug}/tasks`))?.status()).toBe(404)
  await Promise.all([acting, reading].map((open) => open.context().close()))
})

test('deleting an organization shows how many tasks were deleted with it', async ({ page }) => {
  const { slug } = await makeOrganization({ 'owner@acme.test': 'owner', 'editor@acme.test': 'editor' })
  await makeTasks(slug, 'editor@acme.test', [{ title: 'One' }, { title: 'Two' }, { title: 'Three' }])
  await signIn(page, 'owner@acme.test')
  await page.goto(`/${slug}/settings`)
  await page.getByLabel(`Type “${slug}” to confirm`).fill(slug)
  await page.getByRole('button', { name: 'Delete organization' }).click()
  await page.waitForURL('**/organizations')
  await expect(page.getByText('3 tasks, 2 memberships, and 0 invitations')).toBeVisible()
})

test('the activity names a task that was created', async ({ page }) => {
  const word = uniqueWord()
  const { slug: organization } = await makeOrganization({ 'owner@acme.test': 'owner' })
  await signIn(page, 'owner@acme.test')
  await createTask(page, `Recorded ${word}`, { organization })
  await page.goto(`/${organization}/activity`)
  const entry = page.getByRole('listitem').filter({ hasText: word })
  await expect(entry).toContainText(`created the task “Recorded ${word}”.`)
})

test('an editor sees that they can delete only their own tasks', async ({ page }) => {
  await signIn(page, 'editor@acme.test')
  await page.goto('/acme/roles')
  const table = page.getByRole('table', { name: 'Permissions by role' })
  const row = table.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'delete tasks' }) })
  await expect(row.getByRole('cell').nth(2)).toHaveText('Own tasks')
})
