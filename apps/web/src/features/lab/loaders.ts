import 'server-only'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { notFound } from 'next/navigation'
import { z } from 'zod'

import { inventorySchema } from '@kit/action-audit/inventory'

import { labIsOpen } from './lab-is-open'

const endpointSchema = inventorySchema.shape.endpoints.element.extend({ attacks: z.number() })

export type LabEndpoint = z.infer<typeof endpointSchema>

/** Every endpoint as the audit found it when the app was built (see `next.config.ts`). Not found where the lab is closed. */
export async function loadInventory(): Promise<LabEndpoint[]> {
  if (!labIsOpen()) notFound()
  const text = await readFile(join(process.cwd(), 'inventory.json'), 'utf8')
  return z.array(endpointSchema).parse(JSON.parse(text))
}
