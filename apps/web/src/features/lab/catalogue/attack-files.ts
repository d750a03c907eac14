import 'server-only'
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import { z } from 'zod'

import { env } from '@kit/env'

import { endpointAttacksSchema, standInsSchema, type EndpointAttacks, type StandIns } from './attack-schema'
import { extraCodeSchema, lessonCodeSchema, type Code, type LessonCode } from '../lessons/code-schema'

const POLL_MS = 100
/** Longer than the data takes on a slow machine. */
const PATIENCE_MS = 120_000

/**
 * Written by `e2e/lab/write-lab-data.ts`; `outputFileTracingIncludes` in `next.config.ts` adds it to the build. `pnpm dev` writes
 * it after its first page, so a page of the lab may have to wait.
 */
export async function labFolder(): Promise<string> {
  const folder = join(process.cwd(), 'lab-data')
  const end = performance.now() + PATIENCE_MS
  while (env().NODE_ENV === 'development' && !existsSync(folder) && performance.now() < end)
    await sleep(POLL_MS)
  return folder
}

/** The attacks on an endpoint, generated at build time. Undefined if there are none. */
export async function readAttacks(endpoint: string): Promise<EndpointAttacks | undefined> {
  const folder = join(await labFolder(), 'attacks')
  // The name is untrusted: compare it with the folder's files before it becomes part of a path.
  const file = (await readdir(folder)).find((name) => name === `${endpoint}.json`)
  if (!file) return undefined
  return endpointAttacksSchema.parse(JSON.parse(await readFile(join(folder, file), 'utf8')))
}

export async function readStandIns(): Promise<StandIns> {
  return standInsSchema.parse(JSON.parse(await readFile(join(await labFolder(), 'stand-ins.json'), 'utf8')))
}

export async function readLessonCode(): Promise<LessonCode> {
  return lessonCodeSchema.parse(JSON.parse(await readFile(join(await labFolder(), 'lessons.json'), 'utf8')))
}

/** The code of a challenge without a lesson. Null if the source isn't here. */
export async function readExtraCode(slug: string): Promise<Code | null> {
  const text = await readFile(join(await labFolder(), 'extras.json'), 'utf8')
  return extraCodeSchema.parse(JSON.parse(text))[slug] ?? null
}

/** The pages of the audit's rules, by name. */
export async function readRules(): Promise<ReadonlyMap<string, string>> {
  const text = await readFile(join(await labFolder(), 'rules.json'), 'utf8')
  return new Map(z.array(z.tuple([z.string(), z.string()])).parse(JSON.parse(text)))
}
