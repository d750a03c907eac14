import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The root of the repository, without a trailing slash. */
export const root = fileURLToPath(new URL('../../../..', import.meta.url)).replace(/\/$/, '')

export const web = join(root, 'apps/web')

/** The control group: an app that makes every mistake in the guide, for the attacks to succeed against. */
export const unguarded = join(root, 'apps/unguarded')

/** What the app keeps on this machine: the embedded database, mail, the session of a running `pnpm dev`. */
export const state = join(root, '.gatehouse')
