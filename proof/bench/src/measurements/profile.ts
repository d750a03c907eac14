import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { state } from '@kit/launcher/paths'
import { print } from '@kit/launcher/progress'
import type { Bench } from '../bench'
import { rotate } from '../load/call'
import type { Call } from '../load/call'
import { listCalls, writeCalls } from '../load/product-calls'
import { runLoad } from '../load/run-load'
import { seedCrowd } from '../people/crowd'
import type { Person } from '../people/crowd'
import { fileName, functionName, selfTimes } from '../profile/self-times'
import type { CpuProfile, SelfTime } from '../profile/self-times'
import { mainProcess } from '../servers/main-process'
import { startProduct } from '../servers/product'
import type { Product } from '../servers/product'
import type { Measurement } from './measurement'

const folder = join(state, 'bench')
const recorder = join(import.meta.dirname, '../profile/recorder.js')
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
  const file = join(folder, `${name}.cpuprofile`)
  mkdirSync(folder, { recursive: true })
  rmSync(file, { force: true })
  const product = await startProduct(scope, { NODE_OPTIONS: `--import=${recorder}`, PROFILE_FILE: file })
  const next = rotate(calls(product, await seedCrowd(product)))
  const load = { connections: 10, seconds: options.seconds }
  await runLoad(product.url, load, next)
  const { pid } = mainProcess(product)
  process.kill(pid, 'SIGUSR2')
  const { rate } = await runLoad(product.url, { ...load, seconds: options.seconds * options.rounds }, next)
  process.kill(pid, 'SIGUSR2')
  const recorded = await readProfile(file)
  await product.group.stop()
  print(`\n${name}, ${rate.toFixed(1)} /s, ${file}\n`)
  print(lines(selfTimes(recorded, fileName)))
  print(`\n${lines(selfTimes(recorded, functionName))}`)
}

const POLL_MS = 200
const LONGEST_WAIT = 60_000

/** @throws Error when the server does not write it within a minute */
async function readProfile(file: string): Promise<CpuProfile> {
  const deadline = Date.now() + LONGEST_WAIT
  while (!existsSync(file)) {
    if (Date.now() > deadline) throw new Error('The server wrote no profile.')
    await sleep(POLL_MS)
  }
  const profile: CpuProfile = JSON.parse(readFileSync(file, 'utf8'))
  return profile
}

function lines(times: SelfTime[]): string {
  const most = times.slice(0, MOST)
  return most.map(({ name, share }) => `${(share * 100).toFixed(1).padStart(5)} %  ${name}\n`).join('')
}
