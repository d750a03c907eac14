import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { execa } from 'execa'
import { expect, it, vi } from 'vitest'
import { treeWith } from '../testing/tree-with'
import type { Tree } from '../tree/tree'
import { runCommand } from './run-command'

async function committed() {
  const { root } = await treeWith({ 'a.bin': 'a', 'b.bin': 'b' })
  await execa('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.test', 'commit', '-qm', 'a'], { cwd: root })
  return root
}

it('refuses uncommitted changes', async () => {
  const root = await committed()
  writeFileSync(join(root, 'c.bin'), 'c')
  const edit = vi.fn<() => void>()
  await expect(runCommand(edit, {}, root)).rejects.toThrow(/^There are uncommitted changes/)
  expect(edit).not.toHaveBeenCalled()
})

it('a dry run lists the changes without making them', async () => {
  const root = await committed()
  const printed: string[] = []
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => printed.push(String(text)) > 0)
  await runCommand((tree) => tree.write('a.bin', 'A'), { dryRun: true }, root)
  vi.restoreAllMocks()
  expect(printed.join('')).toContain('edit    a.bin\n\n1 file would change.')
  expect(readFileSync(join(root, 'a.bin'), 'utf8')).toBe('a')
})

it('lists what would be generated', async () => {
  const root = await committed()
  const printed: string[] = []
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => printed.push(String(text)) > 0)
  const generate = vi.fn<() => Promise<void>>()
  await runCommand(() => ({ paths: ['a.bin', 'c.bin'], generate }), { dryRun: true }, root)
  vi.restoreAllMocks()
  expect(printed.join('')).toContain('edit    a.bin\ncreate  c.bin\n')
  expect(generate).not.toHaveBeenCalled()
})

it('undoes everything when the generator fails', async () => {
  const root = await committed()
  const generate = () => {
    writeFileSync(join(root, 'a.bin'), 'half')
    writeFileSync(join(root, 'c.bin'), 'half')
    return Promise.reject(new Error('The generator failed.'))
  }
  const edit = (tree: Tree) => {
    tree.remove('b.bin')
    return { paths: ['a.bin', 'c.bin'], generate }
  }
  await expect(runCommand(edit, {}, root)).rejects.toThrow('The generator failed.')
  const { stdout } = await execa('git', ['status', '--porcelain'], { cwd: root })
  expect(stdout).toBe('')
})

it('removes what Next wrote about the pages', async () => {
  const root = await committed()
  writeFileSync(join(root, '.git/info/exclude'), '.next')
  const file = join(root, 'apps/web/.next/types/validator.ts')
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, "import '../../src/app/page.js'")
  await runCommand((tree) => tree.remove('b.bin'), {}, root)
  expect(existsSync(file)).toBe(false)
})
