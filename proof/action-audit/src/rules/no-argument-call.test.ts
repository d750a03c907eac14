import { action, server, testRule } from '../testing/rule-cases'
import { noArgumentCall } from './no-argument-call'

const handler = (text: string, schema?: string) => action({ handler: text, ...(schema && { schema }) })

testRule(noArgumentCall, {
  flagged: {
    'in a loop': server('export async function run(input) { for (const each of input.all) each() }'),
    'in forEach': server('export async function run(input) { input.all.forEach((each) => each.run()) }'),
    'an argument': server('export async function run(done: () => void) { done() }'),
    'a property of an argument': server('export async function run(input) { await input.onDone() }'),
    'an argument through a constant': server(
      'export async function run(input) { const { onDone } = input; await onDone() }',
    ),
    'an argument with a fallback': server('export async function run(done) { await (done ?? nothing)() }'),
    'an optional call': server('export async function run(input) { await input.done?.() }'),
    'by call': server('export async function run(input) { input.done.call(null, 1) }'),
    'by Reflect': server('export async function run(input) { Reflect.apply(input.done, null, []) }'),
    'as a callback': server('export async function run(input) { return ids.map(input.each) }'),
    'as a timer': server('export async function run(done) { setTimeout(done, 0) }'),
    'as a then callback': server('export async function run(input) { await work().then(input.done) }'),
    'as a constructor': server('export async function run(Thing) { return new Thing().id }'),
    'as a template tag': server('export async function run(tag) { return tag`x` }'),
    'a value that a schema accepted': handler(
      'async ({ parsedInput }) => ({ a: await parsedInput.done() })',
      'z.strictObject({ done: z.any() })',
    ),
    'a destructured value that a schema accepted': handler(
      'async ({ parsedInput: { done } }) => ({ a: await done() })',
      'z.strictObject({ done: z.any() })',
    ),
    'a property named by the input': handler(
      'async ({ parsedInput }) => handlers[parsedInput.kind]()',
      'z.strictObject({ kind: z.string().max(9) })',
    ),
    'in a nested function': handler(
      'async ({ parsedInput }) => { const go = () => parsedInput.done(); return { a: await go() } }',
    ),
    'in enhanceAction': server(
      "export const a = enhanceAction(async (data) => ({ a: await data.done() }), { name: 'a.b' })",
    ),
  },
  fine: {
    'methods of strings': handler(
      'async ({ parsedInput: { title } }) => ({ a: title.trim().toLowerCase() })',
    ),
    'methods of lists': handler('async ({ parsedInput }) => ({ a: parsedInput.ids.map((id) => id.trim()) })'),
    'a form': server(
      "export async function run(form: FormData) { return save(form.get('a'), form.getAll('b')) }",
    ),
    'an argument passed to a function': server('export async function run(id: string) { return load(id) }'),
    'a function in the file': handler('async ({ parsedInput }) => ({ a: await save(parsedInput.id) })'),
    'a property named by an enum': handler(
      'async ({ parsedInput }) => handlers[parsedInput.kind]()',
      "z.strictObject({ kind: z.enum(['a', 'b']) })",
    ),
    'the context': handler('async ({ ctx }) => ({ a: await ctx.db.run() })'),
    'a string replacement': handler(
      "async ({ parsedInput }) => ({ a: text.replace('a', parsedInput.b) })",
      'z.strictObject({ b: z.string().max(9) })',
    ),
    'a file without the directive': 'export async function run(done) { await done() }',
  },
})
