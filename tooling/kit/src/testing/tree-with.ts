import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { execa } from 'execa'
import { onTestFinished } from 'vitest'
import { Tree } from '../tree/tree'

/** Creates a repository with these files for one test. */
export async function treeWith(files: Record<string, string>): Promise<{ root: string; tree: Tree }> {
  const root = mkdtempSync(join(tmpdir(), 'kit-tree-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), content)
  }
  await execa('git', ['init', '-q'], { cwd: root })
  await execa('git', ['add', '-A'], { cwd: root })
  return { root, tree: await Tree.open(root) }
}
