import 'server-only'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { z } from 'zod'

import { inventorySchema } from '@kit/action-audit/inventory'

const endpointSchema = inventorySchema.shape.endpoints.element.extend({ attacks: z.number() })

export type LabEndpoint = z.infer<typeof endpointSchema>

/** Every endpoint as the audit found it when the app was built (see `next.config.ts`). */
export async function readInventory(): Promise<LabEndpoint[]> {
  const text = await readFile(join(process.cwd(), 'inventory.json'), 'utf8')
  return z.array(endpointSchema).parse(JSON.parse(text))
}
