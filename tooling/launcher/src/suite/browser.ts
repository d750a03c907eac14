import { accessSync, constants } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'
import { web } from '../repository/paths'
import { run } from '../process/run'
import { Refusal } from '@kit/server/refusal'
import type { Scope } from '../process/scope'
import { childEnvironment } from '../repository/settings'
import { setting } from '@kit/server/settings'

// The headless shell comes first, because it needs less than half the CPU time for the same pages.
const names = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
]
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** The machine that is searched; tests pass their own. */
export interface BrowserMachine {
  /** CHROMIUM_PATH. */
  chosen: string | undefined
  /** Where Playwright keeps its browser, whether or not it is installed. */
  playwrightPath: string
  path: string
  isRoot: boolean
  /** Resolves to whether the program succeeds. */
  run: (program: string, args: string[]) => Promise<boolean>
}

/**
 * The path of a Chromium: the chosen one, Playwright's, an installed one, or one that gets installed now.
 * @throws Refusal when there is none and none can be installed
 */
export async function findBrowser(machine: BrowserMachine, note: (text: string) => void): Promise<string> {
  const { chosen, playwrightPath, isRoot } = machine
  // On some systems a wrapper for a missing package is on the PATH, so the browser has to run.
  const works = (path: string) => isExecutable(path) && machine.run(path, ['--version'])
  const first = async (paths: string[]) => {
    for (const path of paths) if (await works(path)) return path
    return undefined
  }
  if (chosen) {
    if (await works(chosen)) return chosen
    throw new Refusal(`CHROMIUM_PATH is not a working browser: ${chosen}`)
  }
  const installed = () => [
    ...names.flatMap((name) => machine.path.split(delimiter).map((folder) => join(folder, name))),
    ...places,
  ]
  const present = await first([playwrightPath, ...installed()])
  if (present) return present

  note('installing with Playwright')
  const system = isRoot || (await machine.run('sudo', ['-n', 'true'])) ? ['--with-deps'] : []
  const cli = createRequire(import.meta.url).resolve('@playwright/test/cli')
  await machine.run(process.execPath, [cli, 'install', ...system, 'chromium'])
  const downloaded = await first([playwrightPath])
  if (downloaded) return downloaded

  if (isRoot) {
    note('installing with apt-get')
    await machine.run('apt-get', ['update'])
    for (const name of ['chromium-headless-shell', 'chromium']) {
      await machine.run('apt-get', ['install', '-y', '--no-install-recommends', name])
      const packaged = await first(installed())
      if (packaged) return packaged
    }
  }
  throw new Refusal('No browser found. Install Chromium or Chrome, or set CHROMIUM_PATH.')
}

/** This machine. The programs it runs end with the scope. */
export function browserMachine(scope: Scope): BrowserMachine {
  return {
    chosen: setting('CHROMIUM_PATH'),
    playwrightPath: chromium.executablePath(),
    path: setting('PATH') ?? '',
    isRoot: process.getuid?.() === 0,
    run: async (program, args) => {
      const env = childEnvironment({ DEBIAN_FRONTEND: 'noninteractive' })
      const { exitCode } = await run(scope, program, args, { cwd: web, env, onOutput: () => {} })
      return exitCode === 0
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
