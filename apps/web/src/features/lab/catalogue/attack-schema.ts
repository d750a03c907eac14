import { z } from 'zod'

/** A request as the suite would send it, with stand-ins for what only a running app knows (see `resolve-attack.ts`). */
export const attackSchema = z.object({
  /** Of its endpoint: `origin.3.0`. */
  id: z.string(),
  /** Of what kind it is, as the suite's table has it. */
  group: z.string(),
  name: z.string(),
  label: z.string(),
  /** Whose session it is sent with; nobody's, or a forged one, without. */
  caller: z.string(),
  person: z.string().nullable(),
  method: z.string(),
  path: z.string(),
  headers: z.record(z.string(), z.string()),
  /** One character for each byte. */
  body: z.string().nullable(),
  curl: z.string(),
  /** How the suite demands that it is refused. */
  refusal: z.object({
    codes: z.array(z.string()).optional(),
    invalid: z.boolean().optional(),
    pages: z.array(z.number()).optional(),
    thrown: z.array(z.number()).optional(),
    redirect: z.boolean().optional(),
  }),
  /** Requests in a row; the last of them must be refused. */
  times: z.number(),
})

export type Attack = z.infer<typeof attackSchema>

export const endpointAttacksSchema = z.object({
  /** A page that the action is called from. */
  page: z.string(),
  /** What the rightful call changes: `delete task`, and how many rows. */
  touches: z.array(z.object({ change: z.string(), rows: z.number() })),
  attacks: z.array(attackSchema),
  /** In the suite, those that need a database set up for them among them. */
  inSuite: z.number(),
})

export type EndpointAttacks = z.infer<typeof endpointAttacksSchema>

/** What stands in a template for what only a running app knows. */
export const standInsSchema = z.object({
  /** The address of the app. */
  origin: z.string(),
  /** By the id that stands for an action's. */
  actions: z.record(z.string(), z.object({ file: z.string(), exportName: z.string() })),
  /** By the address of the person whose session a cookie stands for. */
  cookies: z.record(z.string(), z.string()),
  /** How somebody signs in, with `@email@` for who. */
  signIn: attackSchema.pick({ method: true, path: true, headers: true, body: true }).extend({
    /** The same as a command that prints the cookie. */
    shell: z.string(),
  }),
})

export type StandIns = z.infer<typeof standInsSchema>
