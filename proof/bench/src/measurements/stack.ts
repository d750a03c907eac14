import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { state } from '@kit/launcher/paths'
import { progress } from '@kit/launcher/progress'
import type { Markup } from '../../stack/src/markup'
import type { Apps, Bench, BenchOptions } from '../bench'
import { bareList, bareWrite } from '../load/baseline-calls'
import { pageCall, rotate } from '../load/call'
import type { Call } from '../load/call'
import { interleave } from '../load/interleave'
import type { Side } from '../load/interleave'
import { pageMarkup } from '../load/page-markup'
import { accountCalls, listCalls, settingsCalls } from '../load/product-calls'
import type { Figure } from '../numbers/figure'
import { startBaseline } from '../servers/baseline'
import { coldBuild, isBuilt } from '../servers/build'
import { stack as app } from '../servers/paths'
import { launchBrowser, signIn } from '../vitals/browser'
import type { Measurement } from './measurement'

const CONNECTIONS = [10, 50]

/**
 * What the libraries leave: requests per second of a bare app that uses them like the product, as a ratio to the
 * baseline. It decides nothing, and its pages are the product's elements without the components.
 */
export const stack: Measurement = async (bench) => {
  const apps = await bench.apps()
  const pages = await readPages(bench, apps)
  if (!(bench.options.reuse && isBuilt(app)))
    await progress('Building the stack', () => coldBuild(bench.scope, app))
  const file = join(state, 'bench/markup.json')
  mkdirSync(join(state, 'bench'), { recursive: true })
  writeFileSync(file, JSON.stringify(pages))
  const server = await startBaseline(bench.scope, app, { MARKUP_FILE: file })
  const against = (label: string, bare: Call, call: Call) =>
    compare(bench.options, label, {
      baseline: { server: apps.baseline, calls: rotate([bare]) },
      product: { server, calls: rotate([call]) },
    })
  const figures = await against('write', bareWrite(apps.baseline.url), bareWrite(server.url, app))
  for (const page of Object.keys(pages)) {
    figures.push(...(await against(page, bareList(), pageCall(`/${page}`, '<main'))))
  }
  await server.group.stop()
  return figures
}

async function readPages(bench: Bench, { product, people }: Apps): Promise<Record<string, Markup[]>> {
  const calls = { list: listCalls(people), settings: settingsCalls(people), account: accountCalls(people) }
  const browser = await launchBrowser(bench.scope)
  const pages: Record<string, Markup[]> = {}
  for (const [name, [call]] of Object.entries(calls)) {
    const context = await browser.newContext({ javaScriptEnabled: false })
    await signIn(context, product.url, call?.headers.Cookie ?? '')
    pages[name] = await pageMarkup(await context.newPage(), new URL(call?.path ?? '/', product.url).href)
  }
  await browser.close()
  return pages
}

async function compare(
  { rounds, seconds }: BenchOptions,
  label: string,
  sides: { baseline: Side; product: Side },
): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const connections of CONNECTIONS) {
    const results = await interleave(sides, { connections, seconds }, rounds)
    const rates = results.map((round) => round.product.rate / round.baseline.rate)
    const slowest = results.map((round) => round.product.p99 / round.baseline.p99)
    figures.push(
      { label: `stack: ${label}, ${connections} connections`, values: rates },
      { label: '  p99 ÷ p99', values: slowest },
    )
  }
  return figures
}
