import { z } from 'zod'

/** Names as they stand in the lab's own files, and nothing that could lead to another. */
export const fireAttackSchema = z.strictObject({
  endpoint: z
    .string()
    .max(64)
    .regex(/^[a-z][a-zA-Z]+$/),
  attack: z
    .string()
    .max(120)
    .regex(/^[a-z-]+(?:\.[a-z0-9-]+){1,2}$/),
})

/** What the address of the attack page may say; anything else shows what it shows without. */
export const attackQuerySchema = z.object({
  endpoint: fireAttackSchema.shape.endpoint.catch('deleteTasksAction'),
  attack: fireAttackSchema.shape.attack.optional().catch(undefined),
})
