import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { withApp } from './app-folder'
import { generatedApp } from './generated-app'

const MOST_CPU_SECONDS = 6
const MOST_MEGABYTES = 400
/** CPU time for each file of the large app, divided by that for each file of the small one. */
const MOST_GROWTH = 1.25

const command = join(import.meta.dirname, '../../bin/action-audit.js')
/** Writes the CPU time in microseconds and the peak memory in kilobytes when the process ends. */
const meter = `data:text/javascript,process.on('exit',()=>{const{user,system}=process.cpuUsage();console.error('used '+(user+system)+' '+process.resourceUsage().maxRSS)})`

interface Cost {
  seconds: number
  megabytes: number
}

/** The CPU time and memory that the command needs for an app with this many files, measured in a separate process. */
function costOf(files: number): Cost {
  return withApp(generatedApp(files), (folder) => {
    const { stderr } = spawnSync(process.execPath, ['--import', meter, command, folder, '--json'], {
      encoding: 'utf8',
      maxBuffer: 1024 ** 3,
    })
    const [, microseconds, kilobytes] = /^used (\d+) (\d+)$/m.exec(stderr) ?? []
    if (kilobytes === undefined) throw new Error(`The audit failed: ${stderr}`)
    return { seconds: Number(microseconds) / 1e6, megabytes: Number(kilobytes) / 1024 }
  })
}

// The first run may compile the command, and isn't counted.
costOf(100)
const [small, large] = [1000, 4000].map((files) => ({ files, ...costOf(files) }))
if (!small || !large) throw new Error('There is nothing to compare.')
const growth = large.seconds / large.files / (small.seconds / small.files)
for (const { files, seconds, megabytes } of [small, large])
  process.stdout.write(`${files} files: ${seconds.toFixed(1)} s of CPU time, ${megabytes.toFixed(0)} MB\n`)
process.stdout.write(`For each file, the large app takes ${growth.toFixed(2)} times as long.\n`)

const isWithin =
  large.seconds <= MOST_CPU_SECONDS && large.megabytes <= MOST_MEGABYTES && growth <= MOST_GROWTH
if (!isWithin) {
  process.stdout.write(
    `Allowed: ${MOST_CPU_SECONDS} s, ${MOST_MEGABYTES} MB, and ${MOST_GROWTH} times as long for each file.\n`,
  )
  process.exitCode = 1
}
