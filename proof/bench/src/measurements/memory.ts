import { budget } from '../budget'
import { mixedCalls } from '../load/mixed-calls'
import { runLoad } from '../load/run-load'
import { mainProcess } from '../servers/main-process'
import type { Measurement } from './measurement'

/** Resident memory after mixed requests, and how much the second half of them added. */
export const memory: Measurement = async (bench) => {
  const apps = await bench.apps()
  const calls = mixedCalls(apps)
  const load = { connections: 10, amount: Math.ceil(bench.options.requests / 2) }
  await runLoad(apps.product.url, load, calls)
  const half = mainProcess(apps.product).megabytes
  const { right, wrong, firstWrong } = await runLoad(apps.product.url, load, calls)
  if (wrong > right / 100) throw new Error(`${wrong} of ${right + wrong} answers are wrong. ${firstWrong}`)
  const whole = mainProcess(apps.product).megabytes
  const label = `memory after ${load.amount * 2} requests`
  return [
    { label, values: [whole], unit: ' MB', limit: budget.memory },
    { label: '  ÷ memory after half of them', values: [whole / half], limit: budget.memoryGrowth },
  ]
}
