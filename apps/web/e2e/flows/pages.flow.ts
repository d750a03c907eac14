import type { Page } from '@playwright/test'

import { inspect, prepare } from '../fixtures/inspect'
import { signIn } from '../fixtures/session'
import { smallTargets } from '../fixtures/small-targets'
import { expect, test } from '../fixtures/test'
import { policyPaths, touchPaths, visits } from '../fixtures/visits'
import { policyFaults, watchPolicy } from '../fixtures/watch-policy'

/** One page per worker: a new one would start a process and load every script again. */
let walker: Page | undefined

for (const { path, person } of visits) {
  const isTouched = person === 'owner@acme.test' && touchPaths.has(path)
  test(`${path} for ${person ?? 'anyone'} is accessible and follows its policy`, async ({ browser }) => {
    const page = (walker ??= await browser.newPage())
    await page.context().clearCookies()
    if (person) await signIn(page, person)
    await prepare(page)
    const { broken, stop } = watchPolicy(page)
    const response = await page.goto(path, { waitUntil: 'networkidle' })
    expect(await policyFaults(response)).toEqual([])
    expect(broken).toEqual([])
    // axe reads style sheets in ways the CSP forbids.
    stop()
    expect(await inspect(page)).toEqual([])
    if (isTouched) expect(await smallTargets(page)).toEqual([])
  })
}

test('more pages follow their policy for a signed-in person', async ({ page }) => {
  const { broken } = watchPolicy(page)
  await signIn(page, 'owner@acme.test')
  for (const path of policyPaths) {
    expect(await policyFaults(await page.goto(path, { waitUntil: 'networkidle' })), path).toEqual([])
  }
  expect(broken).toEqual([])
})
