import { z } from 'zod'

/**
 * For the schema of every action that changes what several people edit: what `versionOf` returns, and optionally a
 * decision. Separate from `version.ts`, which browser code imports without zod.
 */
export const versionField = z
  .string()
  .max(1000)
  .regex(/^(?:[a-zA-Z0-9]+\.[a-z0-9]*(?:,|$))+$/)
