import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { execa } from 'execa'

/** The paths of the files below `root`, without those that git ignores. */
export async function filesOf(root: string): Promise<string[]> {
  const { stdout } = await execa('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
  })
  return stdout.split('\0').filter((path) => path !== '' && existsSync(join(root, path)))
}

/** Whether `root` has changes that are not committed, files that git does not know yet among them. */
export async function isDirty(root: string): Promise<boolean> {
  const { stdout } = await execa('git', ['status', '--porcelain'], { cwd: root })
  return stdout !== ''
}
