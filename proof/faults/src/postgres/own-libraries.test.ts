import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { withOwnLibraries } from './own-libraries'

function folderWith(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-libraries-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true })
    writeFileSync(join(folder, name), text, { mode: 0o755 })
  }
  return folder
}

test('a program starts with its own loader and libraries, and knows its script', async () => {
  const folder = folderWith({
    'root/usr/lib/some-linux/ld-linux-some.so.1': '#!/bin/sh\necho "$@"\n',
    'root/usr/lib/tool/9/bin/tool': '',
  })
  expect(await withOwnLibraries('tool/9/bin', folder)).toBe(true)
  const script = join(folder, 'bin/tool')
  const libraries = `${folder}/bin/../root/usr/lib`
  expect(execFileSync(script, ['--version'], { encoding: 'utf8' })).toBe(
    `--library-path ${libraries}/some-linux --argv0 ${script} ${libraries}/tool/9/bin/tool --version\n`,
  )
})

test('makes no programs without a loader', async () => {
  const folder = folderWith({ 'root/usr/lib/tool/9/bin/tool': '' })
  expect(await withOwnLibraries('tool/9/bin', folder)).toBe(false)
})
