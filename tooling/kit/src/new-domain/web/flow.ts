import { each, sentence, withArticle, type NewDomain } from '../domain'
import { kindOf } from '../kinds/kind-of'

export function flowFile(domain: NewDomain): string {
  const { one, many, fields, title } = domain
  const others = fields.filter((field) => field !== title)
  const label = sentence(title.name.words)
  return `
import { inspect, prepare } from '@e2e/fixtures/inspect'
import { signIn } from '@e2e/fixtures/session'
import { smallTargets } from '@e2e/fixtures/small-targets'
import { takenOver } from '@e2e/fixtures/taken-over'
import { expect, test } from '@e2e/fixtures/test'
import { uniqueWord } from '@e2e/fixtures/unique-word'
import type { Page } from '@playwright/test'

async function fill(page: Page, title: string): Promise<void> {
  const form = page.getByRole('main')
  ${kindOf(title, domain).fill('form', 'title')}
  ${each(others, (field) => kindOf(field, domain).fill('form', kindOf(field, domain).sent))}
}

async function expectFilled(page: Page, title: string): Promise<void> {
  const form = page.getByRole('main')
  ${kindOf(title, domain).filled('form', 'title')}
  ${each(others, (field) => kindOf(field, domain).filled('form', kindOf(field, domain).sent))}
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })
    const ready = (page: Page) => (javaScriptEnabled ? takenOver(page) : undefined)

    test('an editor can create, find, change and delete ${withArticle(one.words)}', async ({ page }) => {
      const title = \`First \${uniqueWord()}\`
      const changed = \`Second \${uniqueWord()}\`
      await signIn(page, 'editor@acme.test')
      await page.goto('/acme/${many.kebab}/new')
      await ready(page)
      await fill(page, title)
      await page.getByRole('button', { name: 'Create ${one.words}' }).click()
      await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
      await expect(page.getByText('${sentence(one.words)} created.')).toBeVisible()
      if (javaScriptEnabled) await expect(page.getByRole('heading', { level: 1, name: title })).toBeFocused()
      await expectFilled(page, title)

      await page.goto(\`/acme/${many.kebab}?search=\${encodeURIComponent(title)}\`)
      await page.getByRole('rowheader').getByRole('link', { name: title }).click()
      await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
      await ready(page)
      await fill(page, changed)
      await page.getByRole('button', { name: 'Save changes' }).click()
      await expect(page.getByText('Changes saved.')).toBeVisible()
      await expect(page.getByRole('heading', { level: 1, name: changed })).toBeVisible()

      const path = new URL(page.url()).pathname
      await page.getByText('Delete', { exact: true }).click()
      await page.getByRole('button', { name: 'Delete ${one.words}' }).click()
      await expect(page).toHaveURL(/\\/acme\\/${many.kebab}$/)
      expect((await page.goto(path))?.status()).toBe(404)
    })

    test('an error appears at its field and keeps the typed values', async ({ page }) => {
      await signIn(page, 'editor@acme.test')
      await page.goto('/acme/${many.kebab}/new')
      await ready(page)
      await fill(page, '   ')
      await page.getByRole('button', { name: 'Create ${one.words}' }).click()
      await expect(page.getByText('Enter ${withArticle(title.name.words)}.')).toBeVisible()
      await expectFilled(page, '   ')
    })
  })
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'two tabs with JavaScript' : 'two tabs without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a conflict shows both values and keeps what was typed', async ({ page }) => {
      const [before, first, second] = [uniqueWord(), uniqueWord(), uniqueWord()]
      await signIn(page, 'editor@acme.test')
      await page.goto('/acme/${many.kebab}/new')
      if (javaScriptEnabled) await takenOver(page)
      await fill(page, before)
      await page.getByRole('button', { name: 'Create ${one.words}' }).click()
      await expect(page.getByRole('heading', { level: 1, name: before })).toBeVisible()
      const other = await page.context().newPage()
      await other.goto(page.url())
      for (const [tab, title] of [[page, first], [other, second]] as const) {
        if (javaScriptEnabled) await takenOver(tab)
        await tab.getByLabel('${label}', { exact: true }).fill(title)
        await tab.getByRole('button', { name: 'Save changes' }).click()
        await expect(tab.getByText(/Changes saved\\.|Someone else changed this while/)).toBeVisible()
      }
      await expect(other.getByLabel('${label}, theirs')).toHaveValue(first)
      await expect(other.getByLabel('${label}', { exact: true })).toHaveValue(second)
      await other.getByRole('button', { name: 'Keep mine' }).click()
      await expect(other.getByRole('heading', { level: 1, name: second })).toBeVisible()
    })
  })
}

test('a viewer can read ${many.words} but not change them', async ({ page }) => {
  await signIn(page, 'viewer@acme.test')
  await page.goto('/acme/${many.kebab}')
  await expect(page.getByRole('link', { name: 'New ${one.words}' })).toHaveCount(0)
  await page.getByRole('rowheader').first().getByRole('link').click()
  await expect(page.getByRole('term').filter({ hasText: '${label}' })).toBeVisible()
  await expect(page.getByRole('button', { name: /Save|Delete/ })).toHaveCount(0)
  expect((await page.goto('/acme/${many.kebab}/new'))?.status()).toBe(403)
})

test('a viewer can search and page through the list', async ({ page }) => {
  await signIn(page, 'viewer@acme.test')
  await page.goto('/acme/${many.kebab}?search=Acme ${one.words}')
  await expect(page.getByText(/^1–20 of \\d+ ${many.words}$/).first()).toBeVisible()
  const first = await page.getByRole('rowheader').allInnerTexts()
  await page.getByRole('link', { name: 'Next', exact: true }).click()
  await expect(page).toHaveURL(/cursor=/)
  const second = await page.getByRole('rowheader').allInnerTexts()
  expect(second.filter((title) => first.includes(title))).toEqual([])
  await page.goto('/acme/${many.kebab}?search=nothing-has-this')
  await page.getByRole('link', { name: 'Show all ${many.words}' }).click()
  await expect(page.getByRole('rowheader').first()).toBeVisible()
})

test('the pages are accessible in light and dark, on a phone and a desktop', async ({ page }) => {
  await signIn(page, 'owner@acme.test')
  for (const path of ['', '?search=nothing-has-this', '/new']) {
    await prepare(page)
    await page.goto(\`/acme/${many.kebab}\${path}\`)
    expect(await inspect(page), path).toEqual([])
    // The phone is the last size that was inspected.
    expect(await smallTargets(page), path).toEqual([])
  }
  await page.goto('/acme/${many.kebab}')
  await page.getByRole('rowheader').first().getByRole('link').click()
  await expect(page.getByText('Save changes')).toBeVisible()
  expect(await inspect(page)).toEqual([])
  expect(await smallTargets(page)).toEqual([])
})
`
}
