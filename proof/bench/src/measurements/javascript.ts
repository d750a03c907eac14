import { brotliCompressSync } from 'node:zlib'
import { budget } from '../budget'
import { pageCall } from '../load/call'
import type { Call } from '../load/call'
import { landingCalls, listCalls, signInCalls } from '../load/product-calls'
import { read } from '../load/read'
import type { Measurement } from './measurement'
import { scriptPaths } from './scripts'

/** The JavaScript that a page loads, compressed with brotli, as a ratio to the bare page. */
export const javascript: Measurement = async (bench) => {
  const { baseline, product, people } = await bench.apps()
  const bare = await scriptBytes(baseline.url, pageCall('/', 'Bare page'))
  const ratio = async ([call]: Call[]) => (call ? (await scriptBytes(product.url, call)) / bare : Number.NaN)
  const pages = [
    { label: 'sign-in', calls: signInCalls(), limit: budget.javascriptOfSignIn },
    { label: 'landing', calls: landingCalls(), limit: budget.javascriptOfLanding },
    { label: 'task list', calls: listCalls(people), limit: budget.javascriptOfTaskList },
  ]
  const figures = pages.map(async ({ label, calls, limit }) => ({
    label: `JavaScript of ${label}`,
    values: [await ratio(calls)],
    limit,
  }))
  return [
    { label: 'JavaScript of the bare page', values: [bare / 1000], unit: ' KB' },
    ...(await Promise.all(figures)),
  ]
}

async function scriptBytes(url: string, call: Call): Promise<number> {
  const paths = scriptPaths(await read(url, call))
  const sizes = paths.map(async (path) => {
    const response = await fetch(new URL(path, url))
    if (response.status !== 200) throw new Error(`${path}: ${response.status}`)
    return brotliCompressSync(Buffer.from(await response.arrayBuffer())).length
  })
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
}
