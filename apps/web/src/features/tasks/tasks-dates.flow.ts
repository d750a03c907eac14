import { dayIn } from '@/lib/dates/calendar'

import { makeTasks, rowOf } from '@e2e/tasks/fixtures'
import { signIn } from '@e2e/fixtures/session'
import { expect, test } from '@e2e/fixtures/test'
import { uniqueWord } from '@e2e/fixtures/unique-word'

test('overdue depends on the user’s time zone', async ({ browser }) => {
  const word = uniqueWord()
  // These two are 25 hours apart, so their days always differ.
  const due = dayIn('Pacific/Pago_Pago')
  await makeTasks('acme', 'owner@acme.test', [{ title: `Due ${word}`, due }])
  for (const [timezoneId, overdue] of [
    ['Pacific/Pago_Pago', false],
    ['Pacific/Kiritimati', true],
  ] as const) {
    const context = await browser.newContext({ timezoneId })
    const page = await context.newPage()
    await signIn(page, 'owner@acme.test')
    await page.goto(`/acme/tasks?search=${word}`)
    await expect
      .poll(async () => (await context.cookies()).find(({ name }) => name === 'timezone')?.value)
      .toBe(timezoneId)
    await page.reload()
    await expect(rowOf(page, `Due ${word}`).getByText('overdue')).toHaveCount(overdue ? 1 : 0)
    await context.close()
  }
})
