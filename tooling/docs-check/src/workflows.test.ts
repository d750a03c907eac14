import { expect, it } from 'vitest'
import { parseDocument as parseYaml } from 'yaml'
import { z } from 'zod'
import { runsScript } from './find-commands'
import { files, readFile } from './repository'
import { scriptsByPackage } from './scripts'

const workflows = files.filter((file) => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(file))

const stepSchema = z.object({
  uses: z.string().optional(),
  run: z.string().optional(),
  with: z.record(z.string(), z.unknown()).optional(),
})
const workflowSchema = z.object({
  on: z.record(z.string(), z.unknown()),
  permissions: z.object({ contents: z.literal('read') }).strict(),
  jobs: z.record(
    z.string(),
    z.object({ 'timeout-minutes': z.number().positive(), steps: z.array(stepSchema).min(1) }),
  ),
})

function parse(file: string) {
  const document = parseYaml(readFile(file))
  expect(document.errors).toEqual([])
  return workflowSchema.parse(document.toJS())
}

const stepsOf = (file: string) => Object.values(parse(file).jobs).flatMap(({ steps }) => steps)

it('one runs for pull requests and one nightly', () => {
  expect(workflows).toEqual(['.github/workflows/ci.yml', '.github/workflows/nightly.yml'])
  expect(Object.keys(parse('.github/workflows/ci.yml').on)).toContain('pull_request')
  expect(Object.keys(parse('.github/workflows/nightly.yml').on)).toContain('schedule')
})

it.each(workflows)('%s checks out without persisting a token', (file) => {
  const checkouts = stepsOf(file).filter(({ uses }) => uses?.startsWith('actions/checkout@'))
  expect(checkouts.length).toBeGreaterThan(0)
  expect(checkouts.filter(({ with: options }) => options?.['persist-credentials'] !== false)).toEqual([])
})

it.each(workflows)('%s never runs with the base repository’s permissions', (file) => {
  expect(Object.keys(parse(file).on)).not.toContain('pull_request_target')
})

it.each(workflows)('every pnpm command of %s runs a script', (file) => {
  const commands = stepsOf(file)
    .flatMap(({ run = '' }) => run.split('\n'))
    .map((line) => line.trim())
    .filter((line) => /^(?:npx )?pnpm\s/.test(line))
  const scripts = scriptsByPackage()
  expect(commands.length).toBeGreaterThan(0)
  expect(commands.filter((command) => !runsScript(command, scripts))).toEqual([])
})

it('the dependency update settings are valid', () => {
  const document = parseYaml(readFile('.github/dependabot.yml'))
  expect(document.errors).toEqual([])
  const ecosystems = z.object({
    version: z.literal(2),
    updates: z.array(
      z.object({ 'package-ecosystem': z.string(), groups: z.record(z.string(), z.unknown()) }),
    ),
  })
  const { updates } = ecosystems.parse(document.toJS())
  expect(updates.map((update) => update['package-ecosystem']).toSorted()).toEqual(['github-actions', 'npm'])
})
