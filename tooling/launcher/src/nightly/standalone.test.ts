import { randomBytes, randomUUID } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { closeDatabase } from '@kit/db/connection/client'
import { connectOnce } from '@kit/db/connection/connect'
import { demoPassword } from '@kit/db/demo/demo'
import { copyRows, createBackupRole, rowCounts } from '@kit/db/testing/backup'
import { createTestDatabase } from '@kit/db/testing/test-database'
import type { TestDatabase } from '@kit/db/testing/test-database'
import { startEmbeddedPostgres } from '@kit/embedded-postgres/embedded'
import type { EmbeddedPostgres } from '@kit/embedded-postgres/embedded'
import { freePort } from '@kit/embedded-postgres/free-port'
import { execa } from 'execa'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startGroup } from '../process/group'
import type { ProcessGroup } from '../process/group'
import { until } from '../process/until'
import { cleanEnvironment } from '../repository/settings'
import { buildImage } from './image'
import type { Image } from './image'
import { formIn } from './posted-form'

let image: Image
let database: TestDatabase
let cluster: EmbeddedPostgres | undefined
let server: ProcessGroup | undefined
const place = mkdtempSync(join(tmpdir(), 'gatehouse-standalone-'))
const mail = join(place, 'mail')
const key = randomBytes(32).toString('base64')
/** `nobody`, who owns no file of the image. Only root can become another user. */
const asNobody =
  process.getuid?.() === 0 ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'] : []

beforeAll(async () => {
  chmodSync(place, 0o755)
  mkdirSync(mail)
  chmodSync(mail, 0o777)
  database = await createTestDatabase()
  // The fixture domain, which no migration creates.
  await connectOnce(database.ownerUrl, (client) => client`DROP TABLE note`)
  image = await buildImage({ NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: key })
}, 900_000)

afterAll(async () => {
  await server?.stop()
  await database.drop()
  await cluster?.stop()
  image.remove()
  rmSync(place, { recursive: true })
})

/** A file with a secret, as Docker mounts them. */
function secret(name: string, value: string): string {
  const file = join(place, name)
  writeFileSync(file, `${value}\n`)
  return file
}

/** Runs a command of the image as a user who can't write to it. Nothing of this repository is in the environment. */
async function command(words: string[], settings: Record<string, string>) {
  const [program = '', ...args] = [...asNobody, ...words]
  const env = cleanEnvironment({ HOME: '/nonexistent', ...settings })
  return { program, args, options: { cwd: image.folder, env } }
}

async function migrate(settings: Record<string, string>): Promise<void> {
  const { program, args, options } = await command(['node', 'packages/server/src/migrate.mjs'], settings)
  await execa(program, args, { ...options, extendEnv: false })
}

async function start(url: string): Promise<string> {
  const port = String(await freePort())
  const origin = `http://localhost:${port}`
  let output = ''
  const { program, args, options } = await command(image.command, {
    APP_URL: origin,
    BETTER_AUTH_SECRET_FILE: secret('better_auth_secret', key),
    CONTACT_EMAIL: 'hello@gatehouse.test',
    DATABASE_URL_FILE: secret('database_url', url),
    MAIL_DIRECTORY: mail,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: key,
    PORT: port,
  })
  server = startGroup(program, args, {
    ...options,
    onOutput: (text) => {
      output += text
    },
  })
  const ended = server.exited.then((code) => {
    throw new Error(`The app ended with ${code}: ${output}`)
  })
  await Promise.race([
    until(() =>
      fetch(`${origin}/readyz`).then(
        ({ ok }) => ok,
        () => false,
      ),
    ),
    ended,
  ])
  return origin
}

/** Signs in as a browser without JavaScript does, and returns the page that follows. */
async function signIn(origin: string, password: string): Promise<Response> {
  const page = await (await fetch(`${origin}/sign-in`)).text()
  const reply = await fetch(`${origin}/sign-in`, {
    method: 'POST',
    body: formIn(page, { email: 'owner@acme.test', password }),
    headers: { origin },
    redirect: 'manual',
  })
  const cookie = reply.headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0])
    .join('; ')
  return fetch(`${origin}/acme/members`, { headers: { cookie }, redirect: 'manual' })
}

describe('the standalone folder', () => {
  it('has neither the control group nor tests, and none of the tools that build and test', () => {
    for (const path of ['apps/unguarded', 'proof', 'tooling', 'node_modules/.pnpm/node_modules/typescript'])
      expect(existsSync(join(image.folder, path))).toBe(false)
  })

  it('migrates, serves from an empty folder that it cannot write to, and signs in', async () => {
    await migrate({
      DATABASE_URL_FILE: secret('database_url', database.url),
      DATABASE_MIGRATION_URL_FILE: secret('database_migration_url', database.ownerUrl),
    })
    const origin = await start(database.url)
    expect((await signIn(origin, 'not the password')).status).not.toBe(200)
    const page = await signIn(origin, demoPassword)
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('Acme')
    const exited = server?.exited
    await server?.stop(40_000)
    expect(await exited).toBe(0)
  })

  it('sends mail from a separate worker', async () => {
    const id = randomUUID()
    const settings = { APP_URL: 'http://localhost:3000', CONTACT_EMAIL: 'hello@gatehouse.test' }
    const own = { ...settings, BETTER_AUTH_SECRET: key, DATABASE_URL: database.url }
    for (const [name, value] of Object.entries(own)) vi.stubEnv(name, value)
    const { queueMailAlone } = await import('@kit/mail/queue')
    await queueMailAlone(
      { to: 'owner@acme.test', kind: 'accountDeleted', props: { signUpUrl: 'https://app.test/sign-up' } },
      id,
    )
    await closeDatabase()
    const { program, args, options } = await command(['node', 'packages/server/src/worker.mjs'], {
      ...settings,
      BETTER_AUTH_SECRET_FILE: secret('better_auth_secret', key),
      DATABASE_URL_FILE: secret('database_url', database.url),
      MAIL_DIRECTORY: mail,
    })
    let output = ''
    const onOutput = (text: string) => {
      output += text
    }
    const worker = startGroup(program, args, { ...options, onOutput })
    const isSent = () => readdirSync(mail).some((name) => name.includes(id.replaceAll('-', '').slice(-16)))
    await until(() => isSent() || /could not|given up|Error/.test(output))
    if (!isSent()) throw new Error(output)
    await worker.stop()
    expect(await worker.exited).toBe(0)
  })

  it('resets two-factor authentication for someone who lost their codes', async () => {
    await connectOnce(
      database.ownerUrl,
      (sql) => sql`
        INSERT INTO two_factor (user_id, sealed_secret, enabled_at, last_step)
        SELECT id, ${'x'.repeat(80)}, now(), 0 FROM "user" WHERE email = 'owner@acme.test'`,
    )
    const words = ['node', 'packages/server/src/reset-two-factor.mjs', 'owner@acme.test']
    const { program, args, options } = await command(words, {
      APP_URL: 'http://localhost:3000',
      BETTER_AUTH_SECRET_FILE: secret('better_auth_secret', key),
      CONTACT_EMAIL: 'hello@gatehouse.test',
      DATABASE_URL_FILE: secret('database_url', database.url),
      MAIL_DIRECTORY: mail,
    })
    const { stdout } = await execa(program, args, { ...options, extendEnv: false })
    expect(stdout).toContain('Two-factor authentication is off for owner@acme.test.')
    const left = await connectOnce(database.ownerUrl, (sql) => sql`SELECT user_id FROM two_factor`)
    expect(left).toHaveLength(0)
  })

  it('runs on a new cluster into which a backup was restored', async () => {
    cluster = await startEmbeddedPostgres({ directory: join(place, 'postgres'), throwaway: true })
    await migrate({ DATABASE_URL: cluster.appUrl(), DATABASE_MIGRATION_URL: cluster.adminUrl })
    const role = await createBackupRole(database.ownerUrl)
    await copyRows(role.url, cluster.adminUrl)
    await role.drop()
    expect(await rowCounts(cluster.adminUrl)).toEqual(await rowCounts(database.ownerUrl))

    const page = await signIn(await start(cluster.appUrl()), demoPassword)
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('Acme')
  })
})
