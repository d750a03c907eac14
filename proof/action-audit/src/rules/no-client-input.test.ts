import { action, server, testRule } from '../testing/rule-cases'
import { noClientInput } from './no-client-input'

const handler = (text: string) => action({ handler: text })
const state = (text: string) =>
  server(
    `export const a = publicActionClient.metadata({ name: 'a.b' }).inputSchema(z.strictObject({})).stateAction(${text})`,
  )

testRule(noClientInput, {
  flagged: {
    'in a middleware that is made here': server(
      "const nosy = createMiddleware().define(async ({ clientInput, next }) => next())\nexport const a = publicActionClient.metadata({ name: 'a.b' }).use(nosy).inputSchema(z.strictObject({})).action(async () => ({ done: true }))",
    ),
    'in a middleware that a function makes': server(
      "const nosy = (field) => createMiddleware().define(async ({ clientInput, next }) => next())\nexport const a = publicActionClient.metadata({ name: 'a.b' }).use(nosy('x')).inputSchema(z.strictObject({})).action(async () => ({ done: true }))",
    ),
    'out of all parameters': handler('async (...args) => ({ name: args[0].clientInput })'),
    'out of a copy': handler(
      'async (args) => { const copy = { ...args }; return { name: copy.clientInput } }',
    ),
    destructured: {
      code: handler('async ({ clientInput }) => ({ done: true })'),
      fixed: handler('async ({ parsedInput: clientInput }) => ({ done: true })'),
    },
    'destructured under another name': handler('async ({ clientInput: raw }) => ({ done: true })'),
    'with a default': handler('async ({ clientInput = {} }) => ({ done: true })'),
    'as a member': handler('async (args) => ({ name: args.clientInput.name })'),
    'as a computed member': handler("async (args) => ({ name: args['clientInput'] })"),
    'as a member that the run decides on': handler('async (args) => ({ name: args[key] })'),
    'out of what is left': handler('async ({ ctx, ...rest }) => ({ done: Boolean(rest.clientInput) })'),
    'out of a constant': {
      code: handler('async (args) => { const { clientInput } = args; return { done: true } }'),
      fixed: handler('async (args) => { const { parsedInput: clientInput } = args; return { done: true } }'),
    },
    'handed on as a whole': handler('async (args) => save(args)'),
    'by the arguments of a function': handler('async function () { return save(arguments[0]) }'),
    'the state before': state('async ({ parsedInput }, { prevResult }) => ({ done: true })'),
    'the state before, as a member': state(
      'async ({ parsedInput }, more) => ({ count: more.prevResult.data })',
    ),
    'in a step of the chain': action({ chain: '.use(async ({ clientInput, next }) => next())' }),
    'in a handler of another file': server(
      "import { readsRaw } from './handlers'\nexport const a = publicActionClient.metadata({ name: 'a.b' }).inputSchema(z.strictObject({})).action(readsRaw)",
    ),
    'bound arguments as they were sent': handler('async ({ bindArgsClientInputs }) => ({ done: true })'),
  },
  fine: {
    'in the definition of a client': `'use server'\nimport { nosyActionClient } from './gate'\nimport { z } from 'zod'\nexport const a = nosyActionClient.metadata({ name: 'a.b' }).inputSchema(z.strictObject({})).action(async () => ({ done: true }))`,
    'what the schema gave': handler('async ({ parsedInput }) => ({ id: parsedInput.id })'),
    'a field of that name': handler('async ({ parsedInput }) => ({ done: parsedInput.clientInput })'),
    'an object of its own': handler("async () => { const clientInput = 'mine'; return { clientInput } }"),
    'a key of that name': handler('async ({ parsedInput }) => ({ clientInput: parsedInput.id })'),
    'the context handed on': handler(
      'async ({ parsedInput, ctx }) => ({ id: await save(ctx.db, parsedInput) })',
    ),
    'all of it, by members': handler('async (args) => ({ id: await save(args.ctx, args.parsedInput) })'),
    'in a handler of another file': server(
      "import { readsParsed } from './handlers'\nexport const a = publicActionClient.metadata({ name: 'a.b' }).inputSchema(z.strictObject({})).action(readsParsed)",
    ),
    'a file that is no server file':
      'export const client = base.use(async ({ clientInput, next }) => next())',
  },
})
