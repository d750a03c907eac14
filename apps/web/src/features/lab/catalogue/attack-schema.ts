import { z } from 'zod'

/** A request from the suite, with placeholders for values only a running app knows (see `resolve-attack.ts`). */
export const attackSchema = z.object({
  /** Unique per endpoint: `origin.3.0`. */
  id: z.string(),
  /** The attack group of the suite. */
  group: z.string(),
  name: z.string(),
  label: z.string(),
  /** The person whose session it uses. Null when signed out or forged. */
  caller: z.string(),
  person: z.string().nullable(),
  method: z.string(),
  path: z.string(),
  headers: z.record(z.string(), z.string()),
  /** One character per byte. */
  body: z.string().nullable(),
  curl: z.string(),
  /** The refusal the suite expects. */
  refusal: z.object({
    codes: z.array(z.string()).optional(),
    invalid: z.boolean().optional(),
    pages: z.array(z.number()).optional(),
    thrown: z.array(z.number()).optional(),
    redirect: z.boolean().optional(),
  }),
  /** Number of requests. The last one must be refused. */
  times: z.number(),
})

export type Attack = z.infer<typeof attackSchema>

export const endpointAttacksSchema = z.object({
  /** A page that calls the action. */
  page: z.string(),
  /** What the allowed call changes: `delete task`, and how many rows. */
  touches: z.array(z.object({ change: z.string(), rows: z.number() })),
  attacks: z.array(attackSchema),
  /** All attacks in the suite, including those that need setup. */
  inSuite: z.number(),
})

export type EndpointAttacks = z.infer<typeof endpointAttacksSchema>

/** Placeholders for values only a running app knows. */
export const standInsSchema = z.object({
  /** The app's origin. */
  origin: z.string(),
  /** By placeholder action ID. */
  actions: z.record(z.string(), z.object({ file: z.string(), exportName: z.string() })),
  /** By the person's email. */
  cookies: z.record(z.string(), z.string()),
  /** The sign-in request, with `@email@` as a placeholder. */
  signIn: attackSchema.pick({ method: true, path: true, headers: true, body: true }).extend({
    /** A shell command that prints the cookie. */
    shell: z.string(),
  }),
})

export type StandIns = z.infer<typeof standInsSchema>
