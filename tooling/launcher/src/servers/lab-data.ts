import { createHash } from 'node:crypto'
import { existsSync, lstatSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startGroup } from '../process/group'
import type { Scope } from '../process/scope'
import { isIgnored } from '../repository/ignored'
import { root, web } from '../repository/paths'
import { print } from '../terminal/progress'

/** In the folder of the data: which state of the source it was made from. */
const stamp = join(web, 'lab-data/source')

/**
 * Starts to write the lab's data, unless it was written for the same source. Its priority is low, because compiling a page
 * comes first. Returns a promise that resolves once it's written.
 */
export async function writeLabData(
  scope: Scope,
  env: NodeJS.ProcessEnv,
): Promise<{ written: Promise<void> }> {
  const state = stateOfSource()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === state) return { written: Promise.resolve() }
  let output = ''
  const writer = await scope.acquire(
    () =>
      startGroup('nice', [process.execPath, '--import', 'tsx', 'e2e/lab/write-lab-data.ts'], {
        cwd: web,
        env,
        onOutput: (text) => {
          output += text
        },
      }),
    async (group) => {
      await group.stop(0)
      rmSync(join(web, `lab-data-${group.pid}`), { recursive: true, force: true })
    },
  )
  const end = async () => {
    if ((await writer.exited) === 0) writeFileSync(stamp, state)
    else if (!scope.isClosing) print(`The lab's data could not be written:\n${output}\n`)
  }
  return { written: end() }
}

/** A hash of the name, time and size of every file that git keeps. */
function stateOfSource(): string {
  const hash = createHash('sha256')
  const visit = (folder: string) => {
    for (const name of readdirSync(folder).toSorted()) {
      const path = join(folder, name)
      if (isIgnored(path)) continue
      const entry = lstatSync(path)
      if (entry.isDirectory()) visit(path)
      else hash.update(`${path} ${entry.mtimeMs} ${entry.size}\n`)
    }
  }
  visit(root)
  return hash.digest('hex')
}
