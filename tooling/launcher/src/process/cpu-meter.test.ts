import { expect, it } from 'vitest'
import { CpuMeter } from './cpu-meter'
import type { Process } from '@kit/server/process-table'

let processes: Process[] = []

const set = (...rows: [pid: number, parent: number, cpu: number][]) => {
  processes = rows.map(([pid, parent, cpu]) => ({ pid, parent, group: pid, cpu }))
}
const meter = (...roots: number[]) =>
  new CpuMeter(
    () => roots,
    () => processes,
  )

it('adds up the trees of its roots and nothing else', () => {
  set([1, 0, 100], [10, 1, 1], [11, 10, 2], [12, 11, 4], [20, 1, 8], [30, 1, 16])
  expect(meter(10, 20).seconds()).toBe(15)
})

it('keeps the time of an ended process, whether or not its parent collected it', () => {
  const own = meter(10)
  set([10, 1, 1], [11, 10, 2], [12, 11, 4])
  expect(own.seconds()).toBe(7)
  set([10, 1, 3], [12, 1, 4])
  expect(own.seconds()).toBe(7)
  set([10, 1, 5])
  expect(own.seconds()).toBe(9)
})

it('returns undefined where processes cannot be listed', () => {
  set()
  expect(meter(10).seconds()).toBeUndefined()
})

it.runIf(process.platform === 'linux')('measures the work of this process', () => {
  const own = new CpuMeter(() => [process.pid])
  const before = process.cpuUsage()
  const start = own.seconds() ?? 0
  while (process.cpuUsage(before).user < 200_000) Math.random()
  expect((own.seconds() ?? 0) - start).toBeGreaterThan(0.1)
})
