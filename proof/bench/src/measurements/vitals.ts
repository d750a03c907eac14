import type { Browser } from '@playwright/test'
import { budget } from '../budget'
import type { Person } from '../people/crowd'
import { launchBrowser, signIn } from '../vitals/browser'
import { phone, phonePage } from '../vitals/phone'
import { visit } from '../vitals/visit'
import type { Vitals } from '../vitals/visit'
import type { Measurement } from './measurement'

const MOST_ROUNDS = 3

const paths = (organization: string) => [
  '/',
  '/sign-in',
  `/${organization}/tasks`,
  `/${organization}/tasks/new`,
  `/${organization}/settings`,
]

/** Web Vitals of the five main pages on a throttled phone. */
export const vitals: Measurement = async (bench) => {
  const { product, people } = await bench.apps()
  const [person] = people
  if (!person) throw new Error('No account can visit the pages.')
  const browser = await launchBrowser(bench.scope)
  const figures = []
  for (const path of paths(person.organization)) {
    const seen: Vitals[] = []
    const rounds = Math.min(bench.options.rounds, MOST_ROUNDS)
    for (let round = 0; round < rounds; round++) seen.push(await visitAs(browser, person, product.url, path))
    const of = (name: keyof Vitals) => seen.map((each) => each[name])
    figures.push(
      { label: `LCP ${path}`, values: of('largestPaint'), unit: ' ms', limit: budget.largestPaint },
      { label: `CLS ${path}`, values: of('layoutShift'), limit: budget.layoutShift },
      { label: `INP ${path}`, values: of('interaction'), unit: ' ms', limit: budget.interaction },
    )
  }
  await browser.close()
  return figures
}

/** With an empty cache. */
async function visitAs(browser: Browser, { cookie }: Person, url: string, path: string): Promise<Vitals> {
  const context = await browser.newContext(phone)
  const isPublic = path === '/' || path === '/sign-in'
  if (!isPublic) await signIn(context, url, cookie)
  try {
    return await visit(await phonePage(context), new URL(path, url).href)
  } finally {
    await context.close()
  }
}
