import type { Page } from '@playwright/test'

import { database } from '@e2e/fixtures/database'
import { makeOrganization } from '@e2e/fixtures/organizations'
import { signIn } from '@e2e/fixtures/session'
import { takenOver } from '@e2e/fixtures/taken-over'
import { expect, test } from '@e2e/fixtures/test'
import { uniqueWord } from '@e2e/fixtures/unique-word'
import { fieldOf, makeTasks, rowOf, selectOf } from '@e2e/tasks/fixtures'

/** Creates an organization with 26 members. Returns the name of the last one to join. */
async function makeLargeOrganization() {
  const word = uniqueWord()
  const { slug } = await makeOrganization({ 'owner@acme.test': 'owner' })
  await database()`
    WITH joined AS (
      INSERT INTO "user" (name, email, email_verified)
      SELECT 'Member ' || n || ' ' || ${word}::text, n || '.' || ${word}::text || '@many.test', true
      FROM generate_series(10, 34) AS n
      RETURNING id, name
    )
    INSERT INTO member (organization_id, user_id, role, created_at)
    SELECT organization.id, joined.id, 'editor', now() + substr(joined.name, 8, 2)::int * interval '1 second'
    FROM joined, organization WHERE slug = ${slug}`
  return { slug, last: `Member 34 ${word}` }
}

async function find(page: Page, name: string) {
  const dialog = page.getByRole('dialog', { name: 'Find a person' })
  await dialog.getByLabel('Name').fill(name)
  await dialog.getByRole('button', { name }).click()
  await expect(dialog).toBeHidden()
}

test('in a large organization, the list finds assignees by search', async ({ page }) => {
  const { slug, last } = await makeLargeOrganization()
  await makeTasks(slug, 'owner@acme.test', [{ title: 'Mend the fence' }])
  await signIn(page, 'owner@acme.test')
  await page.goto(`/${slug}/tasks`)
  await takenOver(page)
  await fieldOf(page, 'Assignee', 'Mend the fence').click()
  await selectOf(page, 'Assignee', 'Mend the fence').selectOption('Find a person…')
  await find(page, last)
  await expect(rowOf(page, 'Mend the fence')).toContainText(last)
})

test('in a large organization, the assignee filter finds people by search', async ({ page }) => {
  const { slug, last } = await makeLargeOrganization()
  await makeTasks(slug, 'owner@acme.test', [{ title: 'Mend the fence' }])
  await signIn(page, 'owner@acme.test')
  await page.goto(`/${slug}/tasks`)
  await takenOver(page)
  const filter = page.getByLabel('Assignee', { exact: true })
  await expect(filter.getByRole('option', { name: last })).toHaveCount(0)
  await filter.selectOption('Find a person…')
  await find(page, last)
  await expect(page).toHaveURL(/assignee=/)
  await expect(page.getByRole('link', { name: `Remove filter: Assigned to ${last}` })).toBeVisible()
})

test('in a large organization, the form for a new task finds assignees by search', async ({ page }) => {
  const { slug, last } = await makeLargeOrganization()
  await signIn(page, 'owner@acme.test')
  await page.goto(`/${slug}/tasks/new`)
  await takenOver(page)
  await page.getByLabel('Title').fill('Mend the fence')
  await page.getByLabel('Assignee').selectOption('Find a person…')
  await find(page, last)
  await page.getByRole('button', { name: 'Create task' }).click()
  await expect(rowOf(page, 'Mend the fence')).toContainText(last)
})
