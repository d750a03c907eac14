import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it, vi } from 'vitest'
import type { ProcessGroup } from '../process/group'
import { Scope } from '../process/scope'

const root = mkdtempSync(join(tmpdir(), 'lab-data-'))
const web = join(root, 'apps/web')
mkdirSync(web, { recursive: true })
writeFileSync(join(root, '.gitignore'), 'node_modules\napps/web/lab-data*\n')

/** A fake of the program that writes the data. */
const writer = vi.fn<() => ProcessGroup>(() => {
  rmSync(join(web, 'lab-data'), { recursive: true, force: true })
  mkdirSync(join(web, 'lab-data'))
  return { pid: 1, exited: Promise.resolve(0), stop: async () => {} }
})
const failing: ProcessGroup = { pid: 1, exited: Promise.resolve(1), stop: async () => {} }

vi.doMock('../repository/paths', () => ({ root, web }))
vi.doMock('../process/group', () => ({ startGroup: writer }))
vi.doMock('../terminal/progress', () => ({ print: () => {} }))
const { writeLabData } = await import('./lab-data')

const scope = new Scope()

afterAll(async () => {
  await scope.close()
  rmSync(root, { recursive: true, force: true })
})

/** Whether the data was written. */
async function isWritten(): Promise<boolean> {
  writer.mockClear()
  await (
    await writeLabData(scope, {})
  ).written
  return writer.mock.calls.length > 0
}

it('writes the data once for each state of the source', async () => {
  expect(await isWritten()).toBe(true)
  expect(await isWritten()).toBe(false)
  writeFileSync(join(web, 'page.ts'), 'export {}')
  expect(await isWritten()).toBe(true)
  writeFileSync(join(web, 'page.ts'), 'export const changed = true')
  expect(await isWritten()).toBe(true)
  rmSync(join(web, 'page.ts'))
  expect(await isWritten()).toBe(true)
  expect(await isWritten()).toBe(false)
})

it('writes it again after something else wrote it, and after a failure', async () => {
  mkdirSync(join(web, 'page'))
  writeFileSync(join(web, 'page/page.ts'), 'export {}')
  writer.mockReturnValueOnce(failing)
  expect(await isWritten()).toBe(true)
  expect(await isWritten()).toBe(true)
  expect(await isWritten()).toBe(false)
  rmSync(join(web, 'lab-data'), { recursive: true })
  mkdirSync(join(web, 'lab-data'))
  expect(await isWritten()).toBe(true)
})
