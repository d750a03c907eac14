import 'server-only'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { z } from 'zod'

import { endpointAttacksSchema, standInsSchema, type EndpointAttacks, type StandIns } from './attack-schema'
import { extraCodeSchema, lessonCodeSchema, type Code, type LessonCode } from '../lessons/code-schema'

/** Written by `e2e/lab/write-lab-data.ts`; `outputFileTracingIncludes` in `next.config.ts` adds it to the build. */
export const labFolder = () => join(process.cwd(), 'lab-data')

const folder = () => join(labFolder(), 'attacks')

/** The attacks on an endpoint, generated at build time. Undefined if there are none. */
export async function readAttacks(endpoint: string): Promise<EndpointAttacks | undefined> {
  // The name is untrusted: compare it with the folder's files before it becomes part of a path.
  const file = (await readdir(folder())).find((name) => name === `${endpoint}.json`)
  if (!file) return undefined
  return endpointAttacksSchema.parse(JSON.parse(await readFile(join(folder(), file), 'utf8')))
}

export async function readStandIns(): Promise<StandIns> {
  return standInsSchema.parse(JSON.parse(await readFile(join(labFolder(), 'stand-ins.json'), 'utf8')))
}

export async function readLessonCode(): Promise<LessonCode> {
  return lessonCodeSchema.parse(JSON.parse(await readFile(join(labFolder(), 'lessons.json'), 'utf8')))
}

/** The code of a challenge without a lesson. Null if the source isn't here. */
export async function readExtraCode(slug: string): Promise<Code | null> {
  const text = await readFile(join(labFolder(), 'extras.json'), 'utf8')
  return extraCodeSchema.parse(JSON.parse(text))[slug] ?? null
}

/** The pages of the audit's rules, by name. */
export async function readRules(): Promise<ReadonlyMap<string, string>> {
  const text = await readFile(join(labFolder(), 'rules.json'), 'utf8')
  return new Map(z.array(z.tuple([z.string(), z.string()])).parse(JSON.parse(text)))
}
