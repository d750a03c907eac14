import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { findBrowser } from './browser'
import type { BrowserMachine } from './browser'

let folder: string
let commands: string[]

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'browser-'))
  commands = []
})

afterEach(() => rmSync(folder, { recursive: true }))

function install(name: string): string {
  const path = join(folder, name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, '#!/bin/sh\n')
  chmodSync(path, 0o755)
  return path
}

/** A machine where every program succeeds and does nothing, unless `effects` says otherwise. */
function machine(
  changes: Partial<BrowserMachine> = {},
  effects: Record<string, () => unknown> = {},
): BrowserMachine {
  return {
    chosen: undefined,
    playwrightPath: join(folder, 'playwright/chrome'),
    path: ['a', 'b'].map((name) => join(folder, name)).join(delimiter),
    isRoot: false,
    run: async (program, args) => {
      const command = [
        program === process.execPath ? 'playwright' : program.replace(`${folder}/`, ''),
        ...args,
      ]
        .join(' ')
        .replace(/\S+\/cli\.js /, '')
      if (!command.endsWith('--version')) commands.push(command)
      return effects[command]?.() !== false
    },
    ...changes,
  }
}

const find = (where: BrowserMachine) => findBrowser(where, () => {})

it('prefers the chosen browser', async () => {
  install('playwright/chrome')
  const chosen = install('mine')
  await expect(find(machine({ chosen }))).resolves.toBe(chosen)
})

it('refuses a chosen browser that is missing instead of using another', async () => {
  install('playwright/chrome')
  const chosen = join(folder, 'none')
  await expect(find(machine({ chosen }))).rejects.toThrow(`CHROMIUM_PATH is not a working browser: ${chosen}`)
})

it('prefers Playwright’s browser to one on the PATH', async () => {
  install('a/chromium')
  const own = install('playwright/chrome')
  await expect(find(machine())).resolves.toBe(own)
})

it('uses the first on the PATH that runs', async () => {
  install('a/chromium-browser')
  const answering = install('b/google-chrome')
  const effects = { 'a/chromium-browser --version': () => false }
  await expect(find(machine({}, effects))).resolves.toBe(answering)
  expect(commands).toEqual([])
})

it('lets Playwright install one if there is none', async () => {
  const effects = {
    'sudo -n true': () => false,
    'playwright install chromium': () => install('playwright/chrome'),
  }
  await expect(find(machine({}, effects))).resolves.toBe(join(folder, 'playwright/chrome'))
  expect(commands).toEqual(['sudo -n true', 'playwright install chromium'])
})

it.each([
  ['chromium-headless-shell', ['chromium-headless-shell']],
  ['chromium', ['chromium-headless-shell', 'chromium']],
])('as root, installs %s if Playwright cannot install a browser', async (name, tried) => {
  const apt = (each: string) => `apt-get install -y --no-install-recommends ${each}`
  const effects = {
    'playwright install --with-deps chromium': () => false,
    [apt(name)]: () => install(`b/${name}`),
  }
  await expect(find(machine({ isRoot: true }, effects))).resolves.toBe(join(folder, `b/${name}`))
  expect(commands).toEqual(['playwright install --with-deps chromium', 'apt-get update', ...tried.map(apt)])
})

it('prefers the headless shell, which costs less', async () => {
  install('a/chromium')
  install('b/chromium-headless-shell')
  await expect(find(machine())).resolves.toBe(join(folder, 'b/chromium-headless-shell'))
})

it('says what to do if there is none', async () => {
  await expect(find(machine())).rejects.toThrow(
    'No browser found. Install Chromium or Chrome, or set CHROMIUM_PATH.',
  )
  expect(commands.some((command) => command.startsWith('apt-get'))).toBe(false)
})
