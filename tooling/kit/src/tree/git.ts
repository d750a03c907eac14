import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { execa } from 'execa'

/** Returns the paths of the files below `root`, without ignored ones. */
export async function filesOf(root: string): Promise<string[]> {
  const { stdout } = await execa('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
  })
  return stdout.split('\0').filter((path) => path !== '' && existsSync(join(root, path)))
}

/** Whether `root` has uncommitted changes, including untracked files. */
export async function isDirty(root: string): Promise<boolean> {
  const { stdout } = await execa('git', ['status', '--porcelain'], { cwd: root })
  return stdout !== ''
}
