import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

import { webDirectory } from '@kit/attacks/app/environment'
import type { Page } from '@kit/attacks/engine/page'
import type { NamedRow } from '@kit/attacks/engine/row'

/** The exports of a domain's `attacks.ts`. */
interface AttackModule {
  /** One row per action. */
  attacks?: readonly NamedRow[]
  /** Its guarded pages. */
  pages?: readonly Page[]
  /** Seeded rows by table, for writing attacks without a database. */
  demoRows?: () => Readonly<Record<string, readonly object[]>>
}

const features = path.join(webDirectory, 'src/features')

const files = readdirSync(features)
  .toSorted()
  .map((domain) => path.join(features, domain, 'attacks.ts'))
  .filter((file) => existsSync(file))

async function load(file: string): Promise<AttackModule> {
  const found: AttackModule = await import(pathToFileURL(file).href)
  return found
}

/** Found by file name, so a new domain is attacked without a change here. */
export const attackModules: readonly AttackModule[] = await Promise.all(files.map(load))
