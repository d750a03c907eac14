import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, rmdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Change } from './change'

type Undo = () => void

/**
 * Makes the changes below `root`, then runs `finish`. If anything fails, restores every file and rethrows.
 * @param alsoChanged files that `finish` changes itself
 */
export async function apply(
  root: string,
  changes: readonly Change[],
  finish: () => Promise<void>,
  alsoChanged: readonly string[] = [],
): Promise<void> {
  const undo: Undo[] = alsoChanged.map((path) => restorer(join(root, path)))
  try {
    for (const change of changes) {
      undo.push(restorer(join(root, change.path)))
      if (change.kind === 'rename') undo.push(restorer(join(root, change.to)))
      make(root, change)
    }
    await finish()
  } catch (error) {
    for (const step of undo.toReversed()) step()
    throw error
  }
  for (const { path } of changes) removeEmptyFolders(root, dirname(path))
}

function make(root: string, change: Change): void {
  const file = join(root, change.path)
  if (change.kind === 'delete') {
    rmSync(file)
    return
  }
  const target = change.kind === 'rename' ? join(root, change.to) : file
  mkdirSync(dirname(target), { recursive: true })
  if (change.kind === 'rename') renameSync(file, target)
  if (change.content !== undefined) writeFileSync(target, change.content)
}

/** Saves a file. Returns a function that restores it. */
function restorer(file: string): Undo {
  const before = existsSync(file) ? readFileSync(file) : undefined
  return () => {
    if (before === undefined) rmSync(file, { force: true })
    else {
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, before)
    }
  }
}

/** Git ignores empty folders, but Next doesn't. */
function removeEmptyFolders(root: string, folder: string): void {
  if (folder === '.') return
  try {
    rmdirSync(join(root, folder))
  } catch {
    return
  }
  removeEmptyFolders(root, dirname(folder))
}
