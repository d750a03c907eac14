import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { root, state } from '@kit/launcher/paths'
import type { SourceModule } from 'action-audit/syntax/source-module'
import type { Protection } from '../protections/protection'
import { rewritten } from './rewrite'

/**
 * A copy of the sources in which every protection can be switched off. Not below `node_modules`, where bundlers treat code
 * as third-party.
 */
export const scratch = join(state, 'mutants/source')

/** Left out: with a lockfile the copy would be its own workspace root, with linked packages outside it. */
const left = new Set(['pnpm-lock.yaml'])

/** Files that the build doesn't read. */
const unbuilt =
  /^(docs|proof|tooling|\.github|\.ci)\/|\/e2e\/|\.(test|spec|flow)\.tsx?$|\/attacks\.ts$|\.md$|^apps\/unguarded\//

/**
 * Updates the copy.
 * @returns a key that changes when the build would
 */
export function writeScratch(protections: readonly Protection[]): string {
  const byFile = new Map<string, { module: SourceModule; protections: Protection[] }>()
  for (const protection of protections) {
    const file = relative(root, protection.module.file)
    const entry = byFile.get(file) ?? { module: protection.module, protections: [] }
    entry.protections.push(protection)
    byFile.set(file, entry)
  }
  const key = createHash('sha256')
  const files = sourceFiles()
  for (const file of files) {
    const entry = byFile.get(file)
    const content = entry
      ? Buffer.from(rewritten(entry.module, entry.protections, root))
      : readFileSync(join(root, file))
    if (!unbuilt.test(file)) key.update(`${file}\0`).update(content)
    writeIfChanged(join(scratch, file), content)
  }
  deleteOthers(files)
  linkPackages(files)
  return key.digest('hex')
}

/** Returns the tracked and untracked files, without ignored ones. */
function sourceFiles(): string[] {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    maxBuffer: 64 * 2 ** 20,
  })
  const files = listed.toString('utf8').split('\0').filter(Boolean)
  return files.filter((file) => !left.has(file) && existsSync(join(root, file))).toSorted()
}

function writeIfChanged(file: string, content: Buffer): void {
  if (existsSync(file) && readFileSync(file).equals(content)) return
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, content)
}

/** Deletes files of an earlier copy. */
function deleteOthers(files: readonly string[]): void {
  const list = join(scratch, '../files.json')
  const earlier: string[] = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : []
  const now = new Set(files)
  for (const file of earlier.filter((each) => !now.has(each))) rmSync(join(scratch, file), { force: true })
  writeFileSync(list, JSON.stringify(files))
}

/** Links third-party packages to the installed ones, and our own packages to each other within the copy. */
function linkPackages(files: readonly string[]): void {
  const folders = files.filter((file) => basename(file) === 'package.json').map(dirname)
  for (const folder of folders) {
    const installed = join(root, folder, 'node_modules')
    const target = join(scratch, folder, 'node_modules')
    if (!existsSync(installed)) continue
    rmSync(target, { recursive: true, force: true })
    if (folder === '.') symlinkSync(installed, target)
    else cpSync(installed, target, { recursive: true, verbatimSymlinks: true })
  }
}
