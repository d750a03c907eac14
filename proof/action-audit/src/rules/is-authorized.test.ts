import { action, server, testRule } from '../testing/rule-cases'
import { isAuthorized } from './is-authorized'

const organization = (chain: string, schema = 'z.strictObject({ taskId: z.uuid() })') =>
  action({ client: 'organizationActionClient', chain, schema })
const user = (schema: string, chain = '') => action({ client: 'authenticatedActionClient', chain, schema })

testRule(isAuthorized, {
  flagged: {
    'a client that nobody described': server(
      "import { createSafeActionClient } from 'next-safe-action'\nconst own = createSafeActionClient().use(async ({ next }) => next())\nexport const a = own.metadata({ name: 'a.b' }).inputSchema(z.strictObject({})).action(async () => ({ done: true }))",
    ),
    'a role where no middleware goes': organization(".outputSchema(withMinRole('owner'))"),
    'a session, and an organization by its name': user(
      'z.strictObject({ organization: z.string().max(48) })',
    ),
    'a role of the run': organization('.use(withMinRole(process.env.ROLE))'),
    'a permission of the run': organization('.use(withFeaturePermission({ task: verbs }))'),
    'permissions that are spread': organization('.use(withFeaturePermission({ ...given }))'),
    'a step that may be another': organization(".use(strict ? withMinRole('owner') : anybody)"),
    'an organization without a role or a permission': organization(''),
    'an organization with ownership only': server(
      "export const a = organizationActionClient.metadata({ name: 'a.b' }).inputSchema(z.strictObject({ id: z.uuid() })).useValidated(withResource({})).action(async () => ({ done: true }))",
    ),
    'a permission to nothing': organization('.use(withFeaturePermission({}))'),
    'a permission without a verb': organization('.use(withFeaturePermission({ task: [] }))'),
    'no role named': organization('.use(withMinRole())'),
    'a session, and an id': user('z.strictObject({ userId: z.string().max(9) })'),
    'a session, and ids in a list': user('z.strictObject({ picks: z.array(z.uuid()).max(9) })'),
    'a session, and an id deep inside': user(
      'z.strictObject({ a: z.strictObject({ task_id: z.string().max(9) }) })',
    ),
    'a limit is no authorization': user('z.strictObject({ id: z.uuid() })', ".use(withRateLimit('a.b'))"),
    'a middleware of its own, which nobody knows': organization('.use(async ({ next }) => next())'),
    'the one-call form with an id': server(
      "export const a = enhanceAction(async () => ({ done: true }), { name: 'a.b', schema: z.strictObject({ id: z.uuid() }) })",
    ),
  },
  fine: {
    'a public client': action({ schema: 'z.strictObject({ id: z.uuid() })' }),
    'a role': organization(".use(withMinRole('owner'))"),
    'a permission': organization(".use(withFeaturePermission({ task: ['delete'] }))"),
    'a permission through constants': server(
      "const needed = { task: ['delete'] } as const\nconst allowed = withFeaturePermission(needed)\nexport const a = organizationActionClient.metadata({ name: 'a.b' }).use(allowed).inputSchema(z.strictObject({})).action(async () => ({ done: true }))",
    ),
    'a role of a client of its own': `'use server'\nimport { ownerActionClient } from './chains'\nimport { z } from 'zod'\nexport const a = ownerActionClient.metadata({ name: 'a.b' }).inputSchema(z.strictObject({})).action(async () => ({ done: true }))`,
    'a session, for oneself': user('z.strictObject({ name: z.string().max(80) })'),
    'a session, and whose it is': server(
      "export const a = authenticatedActionClient.metadata({ name: 'a.b' }).inputSchema(z.strictObject({ id: z.uuid() })).useValidated(withResource({})).action(async () => ({ done: true }))",
    ),
    'the administrators': action({
      client: 'adminActionClient',
      schema: 'z.strictObject({ userId: z.uuid() })',
    }),
    'the one-call form, public': server(
      "export const a = enhanceAction(async () => ({ done: true }), { name: 'a.b', auth: false, schema: z.strictObject({ id: z.uuid() }) })",
    ),
  },
})
