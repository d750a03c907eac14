import { action, server, testRule } from '../testing/rule-cases'
import { noOpenRedirect } from './no-open-redirect'

const schema =
  "z.strictObject({ next: z.string().max(99), slug: z.string().max(9).regex(/^[a-z]+$/), tab: z.enum(['/a', '/b']), id: z.uuid() })"
const handler = (text: string) =>
  `${action({ handler: text, schema })}\nimport { redirect, redirect as go, permanentRedirect } from 'next/navigation'\nimport * as navigation from 'next/navigation'`

testRule(noOpenRedirect, {
  flagged: {
    input: handler('async ({ parsedInput }) => { redirect(parsedInput.next) }'),
    'destructured input': handler('async ({ parsedInput: { next } }) => { redirect(next) }'),
    'a permanent redirect': handler('async ({ parsedInput }) => { permanentRedirect(parsedInput.next) }'),
    'a renamed import': handler('async ({ parsedInput }) => { go(parsedInput.next) }'),
    'a namespace import': handler('async ({ parsedInput }) => { navigation.redirect(parsedInput.next) }'),
    'with a fallback': handler("async ({ parsedInput }) => { redirect(parsedInput.next ?? '/') }"),
    'after a slash, in a template': handler(
      'async ({ parsedInput }) => { redirect(`/${parsedInput.next}`) }',
    ),
    'after a slash, concatenated': handler("async ({ parsedInput }) => { redirect('/' + parsedInput.next) }"),
    'as a whole template': handler('async ({ parsedInput }) => { redirect(`${parsedInput.next}`) }'),
    'through a constant': handler('async ({ parsedInput }) => { const to = parsedInput.next; redirect(to) }'),
    'through a constant, in a template': handler(
      'async ({ parsedInput }) => { const to = `/${parsedInput.next}`; redirect(to) }',
    ),
    'as the host': handler(
      'async ({ parsedInput }) => { redirect(`https://${parsedInput.slug}.example.com/`) }'.replace(
        'slug',
        'next',
      ),
    ),
    trimmed: handler('async ({ parsedInput }) => { redirect(parsedInput.next.trim()) }'),
    'through a function that isn’t a guard': handler(
      'async ({ parsedInput }) => { redirect(decodeURIComponent(parsedInput.next)) }',
    ),
    'with a pattern only': handler('async ({ parsedInput }) => { redirect(parsedInput.slug) }'),
    'from form data': server(
      "import { redirect } from 'next/navigation'\nexport async function run(form: FormData) { redirect(String(form.get('next'))) }",
    ),
    'from a page’s URL':
      "import { redirect } from 'next/navigation'\nexport default async function Page({ searchParams }) { const { next } = await searchParams; redirect(next) }",
  },
  fine: {
    'a constant': handler("async () => { redirect('/tasks') }"),
    'through a guard': handler(
      "async ({ parsedInput }) => { redirect(redirectPath(parsedInput.next, '/')) }",
    ),
    'a target from a list': handler('async ({ parsedInput }) => { redirect(parsedInput.tab) }'),
    'a slug that matches a pattern': handler(
      'async ({ parsedInput }) => { redirect(`/${parsedInput.slug}/tasks`) }',
    ),
    'an ID': handler('async ({ parsedInput: { id } }) => { redirect(`/${id}`) }'),
    'after a path': handler('async ({ parsedInput }) => { redirect(`/search/${parsedInput.next}`) }'),
    'as a query parameter': handler(
      'async ({ parsedInput }) => { redirect(`/sign-in?next=${encodeURIComponent(parsedInput.next)}`) }',
    ),
    'a value from the server': handler(
      'async ({ parsedInput }) => { const made = await save(parsedInput); redirect(`/${made.slug}`) }',
    ),
    'a function with that name': action({
      handler:
        'async ({ parsedInput }) => { const redirect = (x) => x; redirect(parsedInput.next); return { done: true } }',
    }),
    'a page that redirects to a guarded target':
      "import { redirect } from 'next/navigation'\nexport default async function Page({ searchParams }) { const { next } = await searchParams; redirect(redirectPath(next)) }",
  },
})
