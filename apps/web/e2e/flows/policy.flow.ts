import { expect, test } from '@playwright/test'

import { signIn } from '../fixtures/sign-in'

const addresses = [
  '/',
  '/sign-in',
  '/sign-up',
  '/contact',
  '/lab/attack',
  '/lab/no-ownership',
  '/organizations',
  '/account',
  '/acme/tasks',
  '/acme/tasks/new',
  '/acme/members',
  '/acme/activity',
  '/acme/activity?view=refused',
  '/acme/settings',
  '/acme/members/invitations',
  '/invitations?token=none',
]

test('no page breaks its Content-Security-Policy, and none has a style of its own', async ({ page }) => {
  const broken: string[] = []
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) broken.push(message.text())
  })
  page.on('pageerror', (error) => broken.push(error.message))
  await signIn(page, 'owner@acme.test')
  for (const address of addresses) {
    const response = await page.goto(address, { waitUntil: 'networkidle' })
    expect(response?.headers()['content-security-policy'], address).toContain("'nonce-")
    expect(await response?.text(), address).not.toMatch(/<[a-z][^<>]*\sstyle=/)
  }
  expect(broken).toEqual([])
})
