import { z } from 'zod'

/** Code from a file of this repository. */
export const codeSchema = z.object({ file: z.string(), line: z.number(), code: z.string() })

export type Code = z.infer<typeof codeSchema>

/** The code of each challenge without a lesson, by slug. */
export const extraCodeSchema = z.record(z.string(), codeSchema.nullable())

/** By the slug of the lesson. */
export const lessonCodeSchema = z.record(
  z.string(),
  z.object({
    mistake: codeSchema.nullable(),
    fix: z.array(codeSchema),
    /** The chains to choose from. */
    chains: z.array(codeSchema),
    /** What the chains use. */
    used: z.array(codeSchema),
  }),
)

export type LessonCode = z.infer<typeof lessonCodeSchema>
