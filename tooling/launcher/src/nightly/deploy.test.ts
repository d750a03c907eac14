import { createHmac, randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { connectOnce } from '@kit/db/connection/connect'
import { createTestDatabase } from '@kit/db/testing/test-database'
import type { TestDatabase } from '@kit/db/testing/test-database'
import { freePort } from '@kit/embedded-postgres/free-port'
import { execa } from 'execa'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startGroup } from '../process/group'
import type { ProcessGroup } from '../process/group'
import { pnpmCommand } from '../process/pnpm-command'
import { until } from '../process/until'
import { freshCopy } from '../repository/fresh-copy'
import type { FreshCopy } from '../repository/fresh-copy'
import { cleanEnvironment } from '../repository/settings'
import { formIn } from './posted-form'

let copy: FreshCopy
let database: TestDatabase
let server: ProcessGroup | undefined
let output = ''

beforeAll(async () => {
  copy = freshCopy()
  database = await createTestDatabase()
})

afterAll(async () => {
  await server?.stop()
  await database.drop()
  copy.remove()
})

/** What the environment doesn't set; the copy's `.env` does. */
const environment = () => ({
  ...process.env,
  ...Object.fromEntries(Object.keys(cleanEnvironment()).map((name) => [name, undefined])),
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  CI: 'true',
  NEXT_TELEMETRY_DISABLED: '1',
  pnpm_config_verify_deps_before_run: 'false',
})

async function pnpm(...words: string[]): Promise<void> {
  const [command, args] = pnpmCommand(...words)
  await execa(command, args, { cwd: copy.folder, env: environment(), extendEnv: false })
}

/** A session cookie that passes the check of its signature, so the token reaches the database. */
function signedCookie(secret: string, token: string): string {
  const mac = createHmac('sha256', secret).update(token).digest('base64')
  return `gatehouse.session_token=${encodeURIComponent(`${token}.${mac}`)}`
}

/** The action IDs of the build, by name. */
function actionIds(): Record<string, string> {
  const file = join(copy.folder, 'apps/web/.next/server/server-reference-manifest.json')
  const { node }: { node: Record<string, { filename: string; exportedName: string }> } = JSON.parse(
    readFileSync(file, 'utf8'),
  )
  return Object.fromEntries(
    Object.entries(node).map(([id, { filename, exportedName }]) => [`${filename}#${exportedName}`, id]),
  )
}

/** Starts the app, and resolves when a load balancer would send it requests: earlier ones miss what the app adds to Next. */
async function start(url: string): Promise<void> {
  output = ''
  server = startGroup(process.execPath, ['--import', 'tsx', 'packages/server/src/start.ts'], {
    cwd: copy.folder,
    env: environment(),
    onOutput: (text) => {
      output += text
    },
  })
  const isReady = () =>
    fetch(`${url}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    )
  await Promise.race([until(isReady), server.exited])
}

function edit(path: string, from: string, to: string): void {
  const file = join(copy.folder, 'apps/web/src/features/contact', path)
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll(from, to))
}

it(
  'a deploy keeps the IDs of unchanged actions, and a form of a removed one keeps what was typed',
  {
    timeout: 1_800_000,
  },
  async () => {
    const port = String(await freePort())
    const secret = randomBytes(32).toString('hex')
    const url = `http://localhost:${port}`
    writeFileSync(
      join(copy.folder, '.env'),
      Object.entries({
        APP_URL: url,
        BETTER_AUTH_SECRET: secret,
        CONTACT_EMAIL: 'hello@gatehouse.test',
        DATABASE_URL: database.url,
        MAIL_DIRECTORY: join(copy.folder, 'mail'),
        PORT: port,
      })
        .map(([name, value]) => `${name}=${value}\n`)
        .join(''),
    )
    await pnpm('install', '--prod', '--frozen-lockfile', '--prefer-offline')

    await pnpm('build')
    const first = actionIds()
    await start(url)
    const page = await (await fetch(`${url}/contact`)).text()
    await server?.stop()

    // The secret is in `.env` only, so unchanged IDs show that the build read it.
    edit('actions.ts', 'sendContactMessageAction', 'writeToUsAction')
    edit('components/contact-form.tsx', 'sendContactMessageAction', 'writeToUsAction')
    await pnpm('build')
    const second = actionIds()
    const ids = Object.keys(first).filter((name) => !name.includes('features/contact/'))
    expect(ids.length).toBeGreaterThan(20)
    expect(ids.map((name) => second[name])).toEqual(ids.map((name) => first[name]))
    expect(Object.keys(second)).toHaveLength(Object.keys(first).length)

    await start(url)
    const form = formIn(page, { name: 'Ada', email: 'ada@flows.test', message: 'Kept across a deploy.' })
    const reply = await fetch(`${url}/contact`, { method: 'POST', body: form, headers: { Origin: url } })
    const text = await reply.text()
    expect(reply.status).toBe(409)
    expect(text).toContain('Gatehouse was updated')
    expect(text).toContain('>Kept across a deploy.</textarea>')
    expect(output).toContain('call from an earlier deployment')

    // Old code meets a schema that it doesn't know.
    const search = 'value-of-a-search'
    await connectOnce(database.ownerUrl, (client) => client`ALTER TABLE session RENAME TO moved`)
    const failed = await fetch(`${url}/organizations?q=${search}`, {
      headers: { Cookie: signedCookie(secret, 'value-of-a-session-token') },
    })
    expect(failed.status).toBe(500)
    await until(() => output.includes('request failed'))
    expect(output).toContain('"route":"/organizations"')
    expect(output).toMatch(/Failed query: select/)
    expect(output).not.toContain('value-of-a-')
  },
)
