import { action, server, testRule } from '../testing/rule-cases'
import { noRawRow } from './no-raw-row'

const handler = (text: string) =>
  `${action({ handler: text })}\nimport { countUsers, findUser, nameOf, showUser } from './queries'\nimport { getUser } from 'some-package'`

testRule(noRawRow, {
  flagged: {
    'a query result': handler('async ({ parsedInput }) => findUser(parsedInput.id)'),
    'a result from a package': handler('async () => getUser()'),
    'in an object': handler('async () => ({ user: await getUser() })'),
    'in a constant': handler('async () => { const user = await getUser(); return user }'),
    'in a constant, in an object': handler('async () => { const user = await getUser(); return { user } }'),
    spread: handler('async () => ({ ...(await getUser()) })'),
    'the first of a list': handler('async () => { const [user] = await getUser(); return { user } }'),
    'a rest object': handler('async () => { const { hash, ...user } = await getUser(); return user }'),
    'the rows of a result': handler('async () => { const reply = await getUser(); return reply.rows }'),
    'the user of the session': handler('async ({ ctx }) => ({ user: ctx.user })'),
    'in a conditional': handler('async ({ parsedInput }) => parsedInput.a ? { done: true } : getUser()'),
    'in a list': handler('async () => [await getUser()]'),
    'mapped to a copy': handler(
      'async () => { const users = await getUser(); return users.map((user) => ({ ...user })) }',
    ),
    'through JSON': handler('async () => JSON.stringify(await getUser())'),
    'a bare function': server(
      "import { getUser } from 'some-package'\nexport async function run(id: string) { return getUser(id) }",
    ),
    'an output schema that accepts anything': server(
      "import { getUser } from 'some-package'\nexport const a = publicActionClient.metadata({ name: 'a.b' }).inputSchema(z.strictObject({})).outputSchema(z.any()).action(async () => null)",
    ),
  },
  fine: {
    nothing: handler('async () => { await getUser() }'),
    constants: handler("async () => ({ done: true, text: 'yes', at: new Date() })"),
    'a picked field': handler('async () => { const user = await getUser(); return { name: user.name } }'),
    'destructured fields': handler('async () => { const { id } = await getUser(); return { id } }'),
    'a number by its type': handler('async () => ({ count: await countUsers() })'),
    'a DTO by its type': handler('async ({ parsedInput }) => showUser(parsedInput.id)'),
    'a DTO by its function': handler('async () => toUserDto(await getUser())'),
    'a list of DTOs': handler('async () => { const users = await getUser(); return users.map(toUserDto) }'),
    'a list of picked fields': handler(
      'async () => { const users = await getUser(); return users.map(({ id }) => ({ id })) }',
    ),
    'a function that picks': handler('async ({ parsedInput }) => nameOf(parsedInput.id)'),
    'a value from the input': handler('async ({ parsedInput }) => ({ sentTo: parsedInput.email })'),
    'a property of the session’s user': handler('async ({ ctx }) => ({ id: ctx.user.id })'),
    'an output schema': server(
      "import { getUser } from 'some-package'\nexport const a = publicActionClient.metadata({ name: 'a.b' }).inputSchema(z.strictObject({})).outputSchema(z.strictObject({ id: z.string() })).action(async () => getUser())",
    ),
  },
})
