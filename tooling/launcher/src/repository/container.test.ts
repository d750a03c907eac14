import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { settingNames } from '@kit/env'
import { DockerfileParser } from 'dockerfile-ast'
import type { Copy } from 'dockerfile-ast'
import { validate } from 'dockerfile-utils'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { root } from './paths'

const read = (path: string) => readFileSync(join(root, path), 'utf8')

const dockerfile = DockerfileParser.parse(read('Dockerfile'))
const stages = dockerfile.getFROMs()
const isCopy = (each: { getKeyword: () => string }): each is Copy => each.getKeyword() === 'COPY'
const copies = dockerfile.getInstructions().filter(isCopy)
const textsOf = (keyword: string) =>
  dockerfile
    .getInstructions()
    .filter((each) => each.getKeyword() === keyword)
    .map((each) => each.getArgumentsContent() ?? '')

describe('the Dockerfile', () => {
  it('passes the linter', () => {
    expect(validate(read('Dockerfile'))).toEqual([])
    expect(validate('FROM node\nEXPOSE http\n')).not.toEqual([])
  })

  it('copies what exists, and everything that an installation needs', () => {
    const sources = copies
      .filter((copy) => copy.getFromFlag() === null)
      .flatMap((copy) =>
        copy
          .getArguments()
          .slice(0, -1)
          .map((argument) => argument.getValue()),
      )
    expect(sources.filter((path) => !existsSync(join(root, path)))).toEqual([])
    expect(sources).toEqual(expect.arrayContaining(['patches', 'pnpm-lock.yaml', 'pnpm-workspace.yaml']))
    // Everything that runs in production, and nothing that is only for tests or development.
    for (const path of sources)
      expect(path).toMatch(
        /^(?:package\.json|pnpm-[a-z]+\.yaml|\.npmrc|patches|packages|apps\/web|tooling\/typescript)$/,
      )
  })

  it('ends with the standalone folder only, as a user without rights', () => {
    expect(stages).toHaveLength(2)
    const built = copies.filter((copy) => copy.getFromFlag() !== null)
    expect(built.map((copy) => [copy.getFromFlag()?.getValue(), copy.getArguments()[0]?.getValue()])).toEqual(
      [[stages[0]?.getBuildStage(), '/app/apps/web/.next/standalone']],
    )
    expect(textsOf('USER')).toEqual(['node'])
  })

  it('uses the pinned pnpm, and the command that docs/going-live.md names', () => {
    const { packageManager } = JSON.parse(read('package.json')) as { packageManager: string }
    expect(textsOf('RUN')).toContain(`npm install --global ${packageManager}`)
    const install = textsOf('RUN').find((text) => text.startsWith('pnpm install'))
    expect(read('docs/going-live.md')).toContain(`npx ${install}`)
  })

  it('leaves secrets and builds out of the context', () => {
    const ignored = read('.dockerignore').split('\n')
    expect(ignored).toEqual(expect.arrayContaining(['**/.env', '**/.git', '**/node_modules', 'secrets']))
  })
})

interface Service {
  command?: string[]
  profiles?: string[]
  depends_on?: Record<string, { condition: string }>
  environment: Record<string, string>
  secrets: string[]
  volumes?: string[]
  read_only?: boolean
}

describe('compose.yaml', () => {
  const compose = parse(read('compose.yaml'), { merge: true }) as {
    services: Record<'postgres' | 'migrate' | 'app' | 'worker', Service>
    secrets: Record<string, { file: string }>
    volumes: Record<string, null>
  }
  const services = Object.entries(compose.services)

  it('starts the app after the migration, and the migration after the database', () => {
    for (const [, { depends_on: needed = {} }] of services)
      for (const name of Object.keys(needed)) expect(compose.services).toHaveProperty(name)
    const { migrate, app } = compose.services
    expect(migrate.depends_on).toEqual({ postgres: { condition: 'service_healthy' } })
    expect(app.depends_on).toMatchObject({ migrate: { condition: 'service_completed_successfully' } })
    expect(app.read_only).toBe(true)
    expect(migrate.command).toEqual(['node', 'packages/server/src/migrate.mjs'])
  })

  it('starts a worker on its own only when asked, with the settings of the app', () => {
    const { app, worker } = compose.services
    expect(worker.command).toEqual(['node', 'packages/server/src/worker.mjs'])
    expect(worker.profiles).toEqual(['worker'])
    expect(worker.depends_on).toEqual(app.depends_on)
    expect(app.environment.WORKER_IN_APP).toBe('${WORKER_IN_APP:-on}')
    for (const [name, value] of Object.entries(worker.environment)) expect(app.environment[name]).toBe(value)
  })

  it('passes only known settings, and secrets as files that it declares', () => {
    const { migrate, app, worker } = compose.services
    for (const { environment, secrets } of [migrate, app, worker]) {
      for (const name of Object.keys(environment)) {
        expect(settingNames).toContain(name.replace(/_FILE$/, ''))
      }
      const files = Object.entries(environment).flatMap(([name, value]) =>
        name.endsWith('_FILE') ? [value] : [],
      )
      expect(files.toSorted()).toEqual(secrets.map((each) => `/run/secrets/${each}`).toSorted())
    }
    for (const name of ['BETTER_AUTH_SECRET', 'DATABASE_URL', 'SMTP_URL'])
      for (const { environment } of [app, worker]) expect(environment).not.toHaveProperty(name)
    for (const [, { secrets }] of services)
      for (const name of secrets) expect(compose.secrets).toHaveProperty(name)
  })

  it('mounts what exists', () => {
    const mounts = services.flatMap(([, { volumes = [] }]) => volumes.map((each) => each.split(':')[0] ?? ''))
    const [files, named] = [true, false].map((isFile) =>
      mounts.filter((each) => each.startsWith('.') === isFile),
    )
    expect(named).toEqual(Object.keys(compose.volumes))
    expect(files).toEqual(['./deploy/create-app-role.sh'])
    // Postgres sources a script that it can't execute, and then `set -eu` would end its own.
    expect(statSync(join(root, 'deploy/create-app-role.sh')).mode & 0o111).toBe(0o111)
  })
})
