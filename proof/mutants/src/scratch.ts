import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { root, state } from '@kit/launcher/paths'
import type { SourceModule } from 'action-audit/syntax/source-module'
import type { Place } from './place'
import { rewritten } from './rewrite'

/**
 * A copy of the sources in which every protection can be switched. Not below a folder called `node_modules`, where
 * bundlers take what they find for the code of others.
 */
export const scratch = join(state, 'mutants/source')

/** Not in the copy: with a lockfile it would be a repository of its own, and what is linked would lie outside. */
const left = new Set(['pnpm-lock.yaml'])

/** What no build of the app reads. */
const unbuilt =
  /^(docs|proof|tooling|\.github|\.ci)\/|\/e2e\/|\.(test|spec|flow)\.tsx?$|\/attacks\.ts$|\.md$|^apps\/unguarded\//

/**
 * Writes the copy anew where it has changed.
 * @returns a text that is the same as long as the build would be
 */
export function writeScratch(places: readonly Place[]): string {
  const byFile = new Map<string, { module: SourceModule; places: Place[] }>()
  for (const place of places) {
    const file = relative(root, place.module.file)
    const entry = byFile.get(file) ?? { module: place.module, places: [] }
    entry.places.push(place)
    byFile.set(file, entry)
  }
  const key = createHash('sha256')
  const files = sourceFiles()
  for (const file of files) {
    const entry = byFile.get(file)
    const content = entry
      ? Buffer.from(rewritten(entry.module, entry.places, root))
      : readFileSync(join(root, file))
    if (!unbuilt.test(file)) key.update(`${file}\0`).update(content)
    writeIfChanged(join(scratch, file), content)
  }
  forgetOthers(files)
  linkPackages(files)
  return key.digest('hex')
}

/** What git knows, or would if it were told. */
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

/** Files that an earlier copy had. */
function forgetOthers(files: readonly string[]): void {
  const list = join(scratch, '../files.json')
  const earlier: string[] = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : []
  const now = new Set(files)
  for (const file of earlier.filter((each) => !now.has(each))) rmSync(join(scratch, file), { force: true })
  writeFileSync(list, JSON.stringify(files))
}

/** Links to packages of others lead to the ones installed here; links between our own stay within the copy. */
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
