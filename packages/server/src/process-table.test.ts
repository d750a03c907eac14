import { expect, it } from 'vitest'
import { isGroupAlive, readProcess } from './process-table'

it('returns the parent and the command line of a process', () => {
  const own = readProcess(process.pid)
  expect(own?.parent).toBe(process.ppid)
  expect(own?.args[0]).toContain('node')
})

it('returns nothing for an unused ID', () => {
  expect(readProcess(2 ** 30)).toBeUndefined()
  expect(isGroupAlive(2 ** 30)).toBe(false)
})
