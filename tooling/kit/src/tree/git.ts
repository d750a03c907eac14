import { execa } from 'execa'

/** The paths that git tracks below `root`. */
export async function trackedFiles(root: string): Promise<string[]> {
  const { stdout } = await execa('git', ['ls-files', '-z'], { cwd: root })
  return stdout.split('\0').filter(Boolean)
}

/** Whether `root` has changes that are not committed, files that git does not know yet among them. */
export async function isDirty(root: string): Promise<boolean> {
  const { stdout } = await execa('git', ['status', '--porcelain'], { cwd: root })
  return stdout !== ''
}
