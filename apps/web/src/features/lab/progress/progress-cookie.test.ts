import { beforeEach, expect, it, vi } from 'vitest'

import { forgetSolved, readSolved } from './progress-cookie'
import { noteSolved } from './note-solved'

const jar = vi.hoisted(() => new Map<string, string>())

vi.mock('server-only', () => ({}))
vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (name: string) => (jar.has(name) ? { value: jar.get(name) } : undefined),
    set: (name: string, value: string, { maxAge }: { maxAge: number }) =>
      maxAge === 0 ? jar.delete(name) : jar.set(name, value),
  }),
}))

beforeEach(() => jar.clear())

it('remembers each solved step once, until it is reset', async () => {
  await noteSolved('no-role.attack')
  await noteSolved('robots.attack')
  await noteSolved('no-role.attack')
  await noteSolved('no-role.find.8')
  await noteSolved('no-role.find.9')
  expect(await readSolved()).toEqual(['no-role.attack', 'robots.attack', 'no-role.find.9'])
  await forgetSolved()
  expect(await readSolved()).toEqual([])
})

it('ignores cookies that were not signed here', async () => {
  await noteSolved('no-role.attack')
  const [name = '', value = ''] = [...jar].flat()
  for (const forged of [
    value.replace('no-role', 'no-rule'),
    value.replace(/~.+/, `~${'A'.repeat(43)}`),
    'no-role.attack',
    '',
  ]) {
    jar.set(name, forged)
    expect(await readSolved()).toEqual([])
  }
})
