import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { execa } from 'execa'
import { expect, it, vi } from 'vitest'
import { treeWith } from '../testing/tree-with'
import { runCommand } from './run-command'

async function committed() {
  const { root } = await treeWith({ 'a.bin': 'a' })
  await execa('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.test', 'commit', '-qm', 'a'], { cwd: root })
  return root
}

it('refuses uncommitted changes', async () => {
  const root = await committed()
  writeFileSync(join(root, 'b.bin'), 'b')
  const edit = vi.fn<() => void>()
  await expect(runCommand(edit, {}, root)).rejects.toThrow(/^There are uncommitted changes/)
  expect(edit).not.toHaveBeenCalled()
})

it('lists the changes of a dry run and makes none', async () => {
  const root = await committed()
  const printed: string[] = []
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => printed.push(String(text)) > 0)
  await runCommand((tree) => tree.write('a.bin', 'A'), { dryRun: true }, root)
  vi.restoreAllMocks()
  expect(printed.join('')).toContain('edit    a.bin\n\n1 file would change.')
  expect(readFileSync(join(root, 'a.bin'), 'utf8')).toBe('a')
})
