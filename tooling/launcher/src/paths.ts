import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The root of the repository, without a slash at its end. */
export const root = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '')

export const web = join(root, 'apps/web')

/** The control group: an app that makes every mistake, for the attack suite. */
export const unguarded = join(root, 'apps/unguarded')

/** What the app keeps on this machine: the embedded database, mail, what a running `pnpm dev` says of itself. */
export const state = join(root, '.gatehouse')
