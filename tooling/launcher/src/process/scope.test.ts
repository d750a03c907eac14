import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it, vi } from 'vitest'
import { Scope } from './scope'

it('ends everything once, in reverse order', async () => {
  const scope = new Scope()
  const ended: string[] = []
  for (const name of ['database', 'mailbox', 'server']) {
    await scope.acquire(
      () => name,
      (thing) => ended.push(thing),
    )
  }
  await Promise.all([scope.close(), scope.close()])
  expect(ended).toEqual(['server', 'mailbox', 'database'])
})

it('waits for pending starts, then ends them', async () => {
  const scope = new Scope()
  const ended: string[] = []
  void scope.acquire(
    async () => {
      await sleep(50)
      return 'database'
    },
    (thing) => ended.push(thing),
  )
  await scope.close()
  expect(ended).toEqual(['database'])
})

it('ends the rest when one fails to start or end', async () => {
  const report = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const scope = new Scope()
  const ended: string[] = []
  await scope.acquire(
    () => 'database',
    (thing) => ended.push(thing),
  )
  await scope
    .acquire(
      () => Promise.reject(new Error('No.')),
      () => ended.push('never'),
    )
    .catch(() => {})
  await scope.acquire(
    () => 'server',
    () => Promise.reject(new Error('It stays.')),
  )
  await scope.close()
  expect(ended).toEqual(['database'])
  expect(report).toHaveBeenCalledWith('Error: It stays.\n')
})

it('starts nothing once it is closed', async () => {
  const scope = new Scope()
  await scope.close()
  const start = vi.fn<() => void>()
  await expect(scope.acquire(start, () => {})).rejects.toThrow('Stopping.')
  expect(start).not.toHaveBeenCalled()
})
