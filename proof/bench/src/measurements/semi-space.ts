import { listCalls, writeCalls } from '../load/product-calls'
import { rotate } from '../load/call'
import type { Call } from '../load/call'
import { interleave } from '../load/interleave'
import type { Figure } from '../numbers/figure'
import { seedCrowd } from '../people/crowd'
import type { Person } from '../people/crowd'
import { mainProcess } from '../servers/main-process'
import { startProduct } from '../servers/product'
import type { Product } from '../servers/product'
import type { Measurement } from './measurement'

/** Node's default, in MB. */
const USUAL = 16
/** What it is compared with, in MB. */
const LARGER = [32, 64]

interface Sized {
  product: Product
  people: Person[]
}

const loads: Record<string, (sized: Sized) => Call[]> = {
  write: ({ product, people }) => writeCalls(product.url, people),
  list: ({ people }) => listCalls(people),
}

/** What Node's space for new objects changes: requests per second as a ratio, and the memory of both. */
export const semiSpace: Measurement = async (bench) => {
  await bench.build()
  const { rounds, seconds } = bench.options
  const start = async (size: number): Promise<Sized> => {
    const product = await startProduct(bench.scope, { NODE_OPTIONS: `--max-semi-space-size=${size}` })
    return { product, people: await seedCrowd(product) }
  }
  const figures: Figure[] = []
  for (const size of LARGER) {
    const [before, after] = [await start(USUAL), await start(size)]
    for (const [name, calls] of Object.entries(loads)) {
      const sides = {
        baseline: { server: before.product, calls: rotate(calls(before)) },
        product: { server: after.product, calls: rotate(calls(after)) },
      }
      const results = await interleave(sides, { connections: 10, seconds }, rounds)
      figures.push({
        label: `${name}, semi-space of ${size} ÷ ${USUAL} MB`,
        values: results.map(({ baseline, product }) => product.rate / baseline.rate),
      })
    }
    figures.push(memory(USUAL, before), memory(size, after))
    await before.product.group.stop()
    await after.product.group.stop()
  }
  return figures
}

function memory(size: number, { product }: Sized): Figure {
  return { label: `  memory with ${size} MB`, values: [mainProcess(product).megabytes], unit: ' MB' }
}
