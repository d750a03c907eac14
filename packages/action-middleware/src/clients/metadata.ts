import { z } from 'zod'

/** `name` is `<domain>.<verb>`, where the domain is named like its folder. It is unique, and used in the log and the audit. */
export const actionMetadataSchema = z.strictObject({
  name: z
    .string()
    .max(64)
    .regex(/^[a-z][a-z-]*\.[a-zA-Z]+$/),
  /** Form fields that a failed form gets back. Never a secret. */
  echo: z.array(z.string().max(64)).max(20).readonly().optional(),
  /**
   * Whether an admin who impersonates someone can call it: as a read, or as a write in read-write mode. Unset, they can't.
   * `write` is only for actions of an organization client, because those record both names.
   */
  impersonation: z.enum(['read', 'write']).optional(),
})

export type ActionMetadata = z.infer<typeof actionMetadataSchema>
