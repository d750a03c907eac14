import { stat } from 'node:fs/promises'
import { expect, it } from 'vitest'

import { within } from './within'

function block(milliseconds: number): void {
  const end = performance.now() + milliseconds
  while (performance.now() < end);
}

it('takes an answer that arrived while the event loop was blocked', async () => {
  const waiting = within(50, stat(import.meta.filename))
  block(500)
  expect((await waiting).isFile()).toBe(true)
})

it('rejects without an answer', async () => {
  await expect(within(20, new Promise(() => {}))).rejects.toThrow('No answer within 20 ms.')
})

it('passes on a failure', async () => {
  await expect(within(1000, Promise.reject(new Error('gone')))).rejects.toThrow('gone')
})
