import { cp } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const file = 'apps/web/tsconfig.tsbuildinfo'

/** Reuses the type checker's build info, which has relative paths and a hash of each source. */
export async function reuseTypes(root: string, copy: string): Promise<void> {
  if (existsSync(join(root, file))) await cp(join(root, file), join(copy, file))
}
