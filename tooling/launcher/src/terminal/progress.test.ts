import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { progress } from './progress'

let output: string

beforeEach(() => {
  output = ''
  vi.stubGlobal('process', Object.create(process, { stdout: { value: stdout() } }))
})

afterEach(() => vi.unstubAllGlobals())

/** Not a terminal. */
function stdout() {
  return { isTTY: false, write: (text: string) => (output += text) }
}

it('prints plain lines without a terminal', async () => {
  await progress('Migrating', async (note) => note('already there'))
  expect(output).toMatch(/^… Migrating\n {2}already there\n✓ Migrating \(already there\) \(0\.\d s\)\n$/)
})

it('marks what failed', async () => {
  const failing = progress('Migrating', () => Promise.reject(new Error('No.')))
  await expect(failing).rejects.toThrow('No.')
  expect(output).toMatch(/✗ Migrating \(\d\.\d s\)\n$/)
})
