import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { state } from '@kit/launcher/paths'
import { print } from '@kit/launcher/progress'
import type { Bench } from '../bench'
import { rotate } from '../load/call'
import type { Call } from '../load/call'
import { listCalls, writeCalls } from '../load/product-calls'
import { runLoad } from '../load/run-load'
import { seedCrowd } from '../people/crowd'
import type { Person } from '../people/crowd'
import { fileName, selfTimes } from '../profile/self-times'
import type { CpuProfile, SelfTime } from '../profile/self-times'
import { startProduct } from '../servers/product'
import type { Product } from '../servers/product'
import type { Measurement } from './measurement'

const folder = join(state, 'bench')
const MOST = 25

/** Where the product's processor time goes under the list load and the write load, printed and kept as profiles. */
export const profile: Measurement = async (bench) => {
  await bench.build()
  await profileLoad(bench, 'list', (_, people) => listCalls(people))
  await profileLoad(bench, 'write', ({ url }, people) => writeCalls(url, people))
  return []
}

async function profileLoad(
  { scope, options }: Bench,
  name: string,
  calls: (product: Product, people: Person[]) => Call[],
): Promise<void> {
  const written = join(folder, `${name}-profiles`)
  rmSync(written, { recursive: true, force: true })
  mkdirSync(written, { recursive: true })
  const product = await startProduct(scope, { NODE_OPTIONS: `--cpu-prof --cpu-prof-dir=${written}` })
  const next = rotate(calls(product, await seedCrowd(product)))
  const load = { connections: 10, seconds: options.seconds }
  await runLoad(product.url, load, next)
  const start = performance.now()
  const { rate } = await runLoad(product.url, { ...load, seconds: options.seconds * options.rounds }, next)
  const end = performance.now()
  await product.group.stop(60_000)
  const stopped = performance.now()
  const file = join(folder, `${name}.cpuprofile`)
  renameSync(largestIn(written), file)
  const recorded: CpuProfile = JSON.parse(readFileSync(file, 'utf8'))
  const window = { fromEnd: (stopped - start) * 1000, untilEnd: (stopped - end) * 1000 }
  print(`\n${name}, ${rate.toFixed(1)} /s, ${file}\n`)
  print(lines(selfTimes(recorded, window, fileName).slice(0, MOST)))
  print(`\n${lines(selfTimes(recorded, window).slice(0, MOST))}`)
}

/** The other processes only start the server. */
function largestIn(directory: string): string {
  const files = readdirSync(directory).map((file) => join(directory, file))
  const [largest] = files.toSorted((a, b) => statSync(b).size - statSync(a).size)
  if (!largest) throw new Error('The server wrote no profile.')
  return largest
}

function lines(times: SelfTime[]): string {
  return times.map(({ name, share }) => `${(share * 100).toFixed(1).padStart(5)} %  ${name}\n`).join('')
}
