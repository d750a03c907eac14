import { accessSync, constants } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { chromium } from '@playwright/test'
import { web } from './paths'
import { startGroup } from './process-group'
import { Refusal } from './refusal'
import type { Scope } from './scope'
import { childEnvironment, setting } from './settings'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]
const LOOK_MS = 20_000
const INSTALL_MS = 300_000

/** What the search meets; tests bring their own. */
export interface BrowserMachine {
  /** CHROMIUM_PATH, when someone has said which browser it is to be. */
  chosen: string | undefined
  /** Where Playwright keeps its own, whether or not there is one. */
  playwrightPath: string
  path: string
  isRoot: boolean
  /** Whether the program ends well within the time. */
  run: (program: string, args: string[], timeoutMs: number) => Promise<boolean>
}

/**
 * The executable of a Chromium: the chosen one, one that Playwright has, one that is installed, or one that it installs.
 * @throws Refusal when there is none to be had
 */
export async function findBrowser(machine: BrowserMachine, note: (text: string) => void): Promise<string> {
  const { chosen, playwrightPath, isRoot } = machine
  // A launcher for a package that is not there is on the PATH of some systems: it has to answer.
  const works = (path: string) => isExecutable(path) && machine.run(path, ['--version'], LOOK_MS)
  const first = async (paths: string[]) => {
    for (const path of paths) if (await works(path)) return path
    return undefined
  }
  if (chosen) {
    if (await works(chosen)) return chosen
    throw new Refusal(`CHROMIUM_PATH is not a browser that runs: ${chosen}`)
  }
  const installed = () => [
    ...machine.path.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name))),
    ...places,
  ]
  const present = await first([playwrightPath, ...installed()])
  if (present) return present

  note('Playwright installs one')
  const system = isRoot || (await machine.run('sudo', ['-n', 'true'], LOOK_MS)) ? ['--with-deps'] : []
  const cli = createRequire(import.meta.url).resolve('@playwright/test/cli')
  await machine.run(process.execPath, [cli, 'install', ...system, 'chromium'], INSTALL_MS)
  const downloaded = await first([playwrightPath])
  if (downloaded) return downloaded

  if (isRoot) {
    note('apt-get installs one')
    await machine.run('apt-get', ['update'], INSTALL_MS)
    await machine.run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], INSTALL_MS)
    const packaged = await first(installed())
    if (packaged) return packaged
  }
  throw new Refusal('No browser found: install Chromium or Chrome, or set CHROMIUM_PATH to one.')
}

/** This machine. Installing something takes programs, which end with the scope. */
export function browserMachine(scope: Scope): BrowserMachine {
  return {
    chosen: setting('CHROMIUM_PATH'),
    playwrightPath: chromium.executablePath(),
    path: setting('PATH') ?? '',
    isRoot: process.getuid?.() === 0,
    run: async (program, args, timeoutMs) => {
      const env = childEnvironment({ DEBIAN_FRONTEND: 'noninteractive' })
      const group = await scope.acquire(
        () => startGroup(program, args, { cwd: web, env, onOutput: () => {} }),
        (started) => started.stop(),
      )
      const code = await Promise.race([group.exited, sleep(timeoutMs, undefined, { ref: false })])
      await group.stop()
      return code === 0
    },
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return path !== ''
  } catch {
    return false
  }
}
