import { action, server, testRule } from '../testing/rule-cases'
import { isAuthorized } from './is-authorized'

const organization = (chain: string, schema = 'z.strictObject({ taskId: z.uuid() })') =>
  action({ client: 'organizationActionClient', chain, schema })
const user = (schema: string, chain = '') => action({ client: 'authenticatedActionClient', chain, schema })

testRule(isAuthorized, {
  flagged: {
    'an unknown action client': server(
      "import { createSafeActionClient } from 'next-safe-action'\nconst own = createSafeActionClient().use(async ({ next }) => next())\nexport const a = own.metadata({ name: 'a.b' }).inputSchema(z.strictObject({})).action(async () => ({ done: true }))",
    ),
    'a role outside of .use()': organization(".outputSchema(withMinRole('owner'))"),
    'a session, and an organization slug': user('z.strictObject({ organization: z.string().max(48) })'),
    'a role known only at runtime': organization('.use(withMinRole(process.env.ROLE))'),
    'a permission known only at runtime': organization('.use(withFeaturePermission({ task: verbs }))'),
    'spread permissions': organization('.use(withFeaturePermission({ ...given }))'),
    'a conditional step': organization(".use(strict ? withMinRole('owner') : anybody)"),
    'an organization without a role or a permission': organization(''),
    'an organization and an ownership check only': server(
      "export const a = organizationActionClient.metadata({ name: 'a.b' }).inputSchema(z.strictObject({ id: z.uuid() })).useValidated(withResource({})).action(async () => ({ done: true }))",
    ),
    'an empty permission': organization('.use(withFeaturePermission({}))'),
    'a permission without a verb': organization('.use(withFeaturePermission({ task: [] }))'),
    'no role given': organization('.use(withMinRole())'),
    'a session, and an ID': user('z.strictObject({ userId: z.string().max(9) })'),
    'a session, and IDs in a list': user('z.strictObject({ picks: z.array(z.uuid()).max(9) })'),
    'a session, and a nested ID': user(
      'z.strictObject({ a: z.strictObject({ task_id: z.string().max(9) }) })',
    ),
    'a limit only': user('z.strictObject({ id: z.uuid() })', ".use(withRateLimit('a.b'))"),
    'an unknown inline middleware': organization('.use(async ({ next }) => next())'),
    'enhanceAction with an ID': server(
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
    'a role in a client from another file': `'use server'\nimport { ownerActionClient } from './chains'\nimport { z } from 'zod'\nexport const a = ownerActionClient.metadata({ name: 'a.b' }).inputSchema(z.strictObject({})).action(async () => ({ done: true }))`,
    'a session, and the user’s own data': user('z.strictObject({ name: z.string().max(80) })'),
    'a session and an ownership check': server(
      "export const a = authenticatedActionClient.metadata({ name: 'a.b' }).inputSchema(z.strictObject({ id: z.uuid() })).useValidated(withResource({})).action(async () => ({ done: true }))",
    ),
    'the administrators': action({
      client: 'adminActionClient',
      schema: 'z.strictObject({ userId: z.uuid() })',
    }),
    'a public enhanceAction': server(
      "export const a = enhanceAction(async () => ({ done: true }), { name: 'a.b', auth: false, schema: z.strictObject({ id: z.uuid() }) })",
    ),
  },
})
