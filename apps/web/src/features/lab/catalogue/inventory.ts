import 'server-only'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { z } from 'zod'

import { labFolder } from './attack-files'

const fieldSchema = z.object({
  path: z.string(),
  kind: z.string(),
  format: z.string().optional(),
  min: z.union([z.number(), z.string()]).optional(),
  max: z.union([z.number(), z.string()]).optional(),
  optional: z.literal(true).optional(),
  values: z.array(z.string()).optional(),
})

/** A line of a file in this repository. */
const lineSchema = z.object({ file: z.string(), line: z.number(), code: z.string() })

export type Line = z.infer<typeof lineSchema>

/** The part of the audit's inventory that the lab shows. */
export const labEndpointSchema = z.object({
  file: z.string(),
  line: z.number(),
  exportName: z.string(),
  /** Its name in the logs. */
  name: z.string().nullable(),
  client: z.string().nullable(),
  access: z.enum(['public', 'user', 'organization', 'admin']).nullable(),
  role: z.string().nullable(),
  permissions: z.record(z.string(), z.array(z.string())),
  resource: z.string().nullable(),
  limits: z.array(z.object({ policy: z.string() })),
  captcha: z.boolean(),
  freshSession: z.boolean(),
  input: z.array(fieldSchema).nullable(),
  /** The lines of the action's definition. */
  definition: z.array(lineSchema),
  /** Number of attacks in the suite. */
  attacks: z.number(),
})

export type LabEndpoint = z.infer<typeof labEndpointSchema>

/** The inventory from when the lab's data was generated (`e2e/lab/write-lab-data.ts`). */
export async function readInventory(): Promise<LabEndpoint[]> {
  const text = await readFile(join(await labFolder(), 'inventory.json'), 'utf8')
  return z.array(labEndpointSchema).parse(JSON.parse(text))
}
