import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

import { webDirectory } from '@kit/attacks/app/environment'
import type { Page } from '@kit/attacks/engine/page'
import type { NamedRow } from '@kit/attacks/engine/row'

/** What the `attacks.ts` of a domain exports, by these names. */
interface AttackModule {
  /** A row for each of its actions. */
  attacks?: readonly NamedRow[]
  /** Its guarded pages. */
  pages?: readonly Page[]
  /** Rows as the seed makes them, by table, for attacks that are written without a database. */
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

/** Of every domain, by convention: a new one is attacked without a line here. */
export const attackModules: readonly AttackModule[] = await Promise.all(files.map(load))
