import { action, server, testRule } from '../testing/rule-cases'
import { noClientInput } from './no-client-input'

const handler = (text: string) => action({ handler: text })
const state = (text: string) =>
  server(
    `export const a = publicActionClient.metadata({ name: 'a.b' }).inputSchema(z.strictObject({})).stateAction(${text})`,
  )

testRule(noClientInput, {
  flagged: {
    'in a middleware in the same file': server(
      "const nosy = createMiddleware().define(async ({ clientInput, next }) => next())\nexport const a = publicActionClient.metadata({ name: 'a.b' }).use(nosy).inputSchema(z.strictObject({})).action(async () => ({ done: true }))",
    ),
    'in a middleware made by a function': server(
      "const nosy = (field) => createMiddleware().define(async ({ clientInput, next }) => next())\nexport const a = publicActionClient.metadata({ name: 'a.b' }).use(nosy('x')).inputSchema(z.strictObject({})).action(async () => ({ done: true }))",
    ),
    'from all parameters': handler('async (...args) => ({ name: args[0].clientInput })'),
    'from a copy': handler('async (args) => { const copy = { ...args }; return { name: copy.clientInput } }'),
    destructured: {
      code: handler('async ({ clientInput }) => ({ done: true })'),
      fixed: handler('async ({ parsedInput: clientInput }) => ({ done: true })'),
    },
    'destructured under another name': handler('async ({ clientInput: raw }) => ({ done: true })'),
    'with a default': handler('async ({ clientInput = {} }) => ({ done: true })'),
    'as a property': handler('async (args) => ({ name: args.clientInput.name })'),
    'as a computed property': handler("async (args) => ({ name: args['clientInput'] })"),
    'as a property known only at runtime': handler('async (args) => ({ name: args[key] })'),
    'from a rest object': handler('async ({ ctx, ...rest }) => ({ done: Boolean(rest.clientInput) })'),
    'from a constant': {
      code: handler('async (args) => { const { clientInput } = args; return { done: true } }'),
      fixed: handler('async (args) => { const { parsedInput: clientInput } = args; return { done: true } }'),
    },
    'all parameters passed on': handler('async (args) => save(args)'),
    'through arguments': handler('async function () { return save(arguments[0]) }'),
    'the previous state': state('async ({ parsedInput }, { prevResult }) => ({ done: true })'),
    'the previous state, as a property': state(
      'async ({ parsedInput }, more) => ({ count: more.prevResult.data })',
    ),
    'in a step of the chain': action({ chain: '.use(async ({ clientInput, next }) => next())' }),
    'in a handler of another file': server(
      "import { readsRaw } from './handlers'\nexport const a = publicActionClient.metadata({ name: 'a.b' }).inputSchema(z.strictObject({})).action(readsRaw)",
    ),
    'raw bound arguments': handler('async ({ bindArgsClientInputs }) => ({ done: true })'),
  },
  fine: {
    'in the definition of a client': `'use server'\nimport { nosyActionClient } from './gate'\nimport { z } from 'zod'\nexport const a = nosyActionClient.metadata({ name: 'a.b' }).inputSchema(z.strictObject({})).action(async () => ({ done: true }))`,
    'parsed input': handler('async ({ parsedInput }) => ({ id: parsedInput.id })'),
    'a field with that name': handler('async ({ parsedInput }) => ({ done: parsedInput.clientInput })'),
    'a local variable': handler("async () => { const clientInput = 'mine'; return { clientInput } }"),
    'a key with that name': handler('async ({ parsedInput }) => ({ clientInput: parsedInput.id })'),
    'the context passed on': handler(
      'async ({ parsedInput, ctx }) => ({ id: await save(ctx.db, parsedInput) })',
    ),
    'parsed input and context, as properties': handler(
      'async (args) => ({ id: await save(args.ctx, args.parsedInput) })',
    ),
    'in a handler of another file': server(
      "import { readsParsed } from './handlers'\nexport const a = publicActionClient.metadata({ name: 'a.b' }).inputSchema(z.strictObject({})).action(readsParsed)",
    ),
    'a file without the directive': 'export const client = base.use(async ({ clientInput, next }) => next())',
  },
})
