import { signIn } from '../fixtures/session'
import { expect, test } from '../fixtures/test'

test.use({ javaScriptEnabled: false })

const OWNER = 'owner@acme.test'

const pages = [
  { path: '/acme/members?search=ann', status: 401, title: 'Sign in to continue', link: 'Sign in' },
  { path: '/account', status: 401, title: 'Sign in to continue', link: 'Sign in' },
  { path: '/admin/activity', person: OWNER, status: 403, title: "You don't have access" },
  { path: '/acme/activity', person: 'viewer@acme.test', status: 403, title: "You don't have access" },
  { path: '/globex/members', person: OWNER, status: 404, title: 'Page not found' },
  { path: '/there-is-nothing/here', person: OWNER, status: 404, title: 'Page not found' },
  {
    path: '/acme/roles/00000000-0000-4000-8000-000000000000',
    person: OWNER,
    status: 404,
    title: 'Page not found',
  },
]

for (const { path, person, status, title, link = 'Your organizations' } of pages)
  test(`without JavaScript, ${path} for ${person ?? 'anyone'} says what is wrong and where to go`, async ({
    page,
  }) => {
    if (person) await signIn(page, person)
    const response = await page.goto(path)
    expect(response?.status()).toBe(status)
    // As a browser without scripts gets it, compressed.
    expect(await response?.text()).toContain(title)
    await expect(page.getByRole('heading', { name: title })).toBeVisible()
    await page.getByRole('link', { name: link }).click()
    if (status === 401) await expect(page).toHaveURL(`/sign-in?next=${encodeURIComponent(path)}`)
    else await expect(page.getByRole('heading', { name: 'Organizations' })).toBeVisible()
  })
