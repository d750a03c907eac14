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

/** What the lab shows of an endpoint; the audit knows more. */
export const labEndpointSchema = z.object({
  file: z.string(),
  line: z.number(),
  exportName: z.string(),
  /** Its name in the log and the audit. */
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
  /** How many attacks of the suite must fail on it. */
  attacks: z.number(),
})

export type LabEndpoint = z.infer<typeof labEndpointSchema>

/** Every endpoint as the audit found it when the lab's data was written (`e2e/lab/write-lab-data.ts`). */
export async function readInventory(): Promise<LabEndpoint[]> {
  const text = await readFile(join(labFolder(), 'inventory.json'), 'utf8')
  return z.array(labEndpointSchema).parse(JSON.parse(text))
}
