import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Refusal } from './refusal'

interface Build {
  /** Absent in a build that "pnpm build" did not make. */
  deploymentId?: string
}

/**
 * Reads what `next build` wrote about itself.
 * @throws Refusal when there is no production build
 */
export function readBuild(web: string): Build {
  // The last file that Next writes.
  if (!existsSync(join(web, '.next/BUILD_ID')))
    throw new Refusal('There is no production build. Run "pnpm build".')
  const { config }: { config: Build } = JSON.parse(
    readFileSync(join(web, '.next/required-server-files.json'), 'utf8'),
  )
  return config.deploymentId ? { deploymentId: config.deploymentId } : {}
}
