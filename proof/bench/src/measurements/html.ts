import { gzipSync } from 'node:zlib'
import { budget } from '../budget'
import { read } from '../load/read'
import { listCalls } from '../load/product-calls'
import type { Measurement } from './measurement'

const KB = 1000

/** The size of the task list's HTML. */
export const html: Measurement = async (bench) => {
  const { product, people } = await bench.apps()
  const [call] = listCalls(people)
  if (!call) throw new Error('No account can read the list.')
  const body = Buffer.from(await read(product.url, call))
  return [
    { label: 'task list HTML', values: [body.length / KB], unit: ' KB', limit: budget.listHtml },
    {
      label: 'task list HTML, gzip',
      values: [gzipSync(body).length / KB],
      unit: ' KB',
      limit: budget.listHtmlGzip,
    },
  ]
}
