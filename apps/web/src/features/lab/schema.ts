import { z } from 'zod'

import { mistakes } from './control/control-attacks'

/** Only names as they appear in the lab's files. */
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

/** A mistake of the control group. */
export const attackControlSchema = z.strictObject({
  mistake: z.enum(mistakes),
})

/** Invalid parameters show the default. */
export const attackQuerySchema = z.object({
  endpoint: fireAttackSchema.shape.endpoint.catch('deleteTasksAction'),
  attack: fireAttackSchema.shape.attack.optional().catch(undefined),
})
