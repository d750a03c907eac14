import { spawnSync } from 'node:child_process'
import { relative, resolve } from 'node:path'
import type { InventoryFinding } from '../inventory/inventory'

/**
 * Returns the findings in files that changed since a commit, including uncommitted changes.
 * @throws if Git doesn't know the commit
 */
export function findingsSince(
  findings: readonly InventoryFinding[],
  root: string,
  ref: string,
): InventoryFinding[] {
  if (ref.startsWith('-')) throw new Error(`"${ref}" is not a commit.`)
  const top = git(root, ['rev-parse', '--show-toplevel'])[0] ?? root
  const changed = git(root, ['diff', '--name-only', '--merge-base', ref, '--'])
  const added = git(root, ['ls-files', '--others', '--exclude-standard', '--full-name'])
  const files = new Set([...changed, ...added].map((file) => relative(root, resolve(top, file))))
  return findings.filter(({ file }) => files.has(file))
}

function git(cwd: string, args: readonly string[]): string[] {
  const { status, stdout, stderr } = spawnSync('git', [...args], { cwd, encoding: 'utf8' })
  if (status !== 0) throw new Error(`Git can't compare: ${(stderr ?? '').trim() || 'it is not installed'}`)
  return stdout.split('\n').filter((line) => line !== '')
}
