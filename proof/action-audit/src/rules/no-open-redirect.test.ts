import { action, server, testRule } from '../testing/rule-cases'
import { noOpenRedirect } from './no-open-redirect'

const schema =
  "z.strictObject({ next: z.string().max(99), slug: z.string().max(9).regex(/^[a-z]+$/), tab: z.enum(['/a', '/b']), id: z.uuid() })"
const handler = (text: string) =>
  `${action({ handler: text, schema })}\nimport { redirect, redirect as go, permanentRedirect } from 'next/navigation'\nimport * as navigation from 'next/navigation'`

testRule(noOpenRedirect, {
  flagged: {
    'what was sent': handler('async ({ parsedInput }) => { redirect(parsedInput.next) }'),
    'what was sent, taken out': handler('async ({ parsedInput: { next } }) => { redirect(next) }'),
    'for good': handler('async ({ parsedInput }) => { permanentRedirect(parsedInput.next) }'),
    'under another name': handler('async ({ parsedInput }) => { go(parsedInput.next) }'),
    'of a namespace': handler('async ({ parsedInput }) => { navigation.redirect(parsedInput.next) }'),
    'with a fallback': handler("async ({ parsedInput }) => { redirect(parsedInput.next ?? '/') }"),
    'behind a slash': handler('async ({ parsedInput }) => { redirect(`/${parsedInput.next}`) }'),
    'behind a slash, added': handler("async ({ parsedInput }) => { redirect('/' + parsedInput.next) }"),
    'as the whole text': handler('async ({ parsedInput }) => { redirect(`${parsedInput.next}`) }'),
    'through a constant': handler('async ({ parsedInput }) => { const to = parsedInput.next; redirect(to) }'),
    'through a constant, put together': handler(
      'async ({ parsedInput }) => { const to = `/${parsedInput.next}`; redirect(to) }',
    ),
    'as the host': handler(
      'async ({ parsedInput }) => { redirect(`https://${parsedInput.slug}.example.com/`) }'.replace(
        'slug',
        'next',
      ),
    ),
    trimmed: handler('async ({ parsedInput }) => { redirect(parsedInput.next.trim()) }'),
    'by a function that guards nothing': handler(
      'async ({ parsedInput }) => { redirect(decodeURIComponent(parsedInput.next)) }',
    ),
    'a pattern alone': handler('async ({ parsedInput }) => { redirect(parsedInput.slug) }'),
    'of a form': server(
      "import { redirect } from 'next/navigation'\nexport async function run(form: FormData) { redirect(String(form.get('next'))) }",
    ),
    'of a page’s URL':
      "import { redirect } from 'next/navigation'\nexport default async function Page({ searchParams }) { const { next } = await searchParams; redirect(next) }",
  },
  fine: {
    'a constant': handler("async () => { redirect('/tasks') }"),
    'through a guard': handler(
      "async ({ parsedInput }) => { redirect(redirectPath(parsedInput.next, '/')) }",
    ),
    'a place from a list': handler('async ({ parsedInput }) => { redirect(parsedInput.tab) }'),
    'a name that a pattern allows': handler(
      'async ({ parsedInput }) => { redirect(`/${parsedInput.slug}/tasks`) }',
    ),
    'an id': handler('async ({ parsedInput: { id } }) => { redirect(`/${id}`) }'),
    'behind a folder': handler('async ({ parsedInput }) => { redirect(`/search/${parsedInput.next}`) }'),
    'as a parameter of a place': handler(
      'async ({ parsedInput }) => { redirect(`/sign-in?next=${encodeURIComponent(parsedInput.next)}`) }',
    ),
    'what the server made': handler(
      'async ({ parsedInput }) => { const made = await save(parsedInput); redirect(`/${made.slug}`) }',
    ),
    'a function of that name': action({
      handler:
        'async ({ parsedInput }) => { const redirect = (x) => x; redirect(parsedInput.next); return { done: true } }',
    }),
    'a page that sends to a guarded place':
      "import { redirect } from 'next/navigation'\nexport default async function Page({ searchParams }) { const { next } = await searchParams; redirect(redirectPath(next)) }",
  },
})
