import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'

const step = z.strictObject({
  name: z.string(),
  id: z.string().optional(),
  if: z.string().optional(),
  shell: z.literal('bash').optional(),
  env: z.record(z.string(), z.string()).default({}),
  run: z.string().optional(),
  uses: z.string().optional(),
  with: z.record(z.string(), z.string()).default({}),
})

const actionSchema = z.object({
  inputs: z.record(z.string(), z.object({ description: z.string(), default: z.string() })),
  runs: z.strictObject({ using: z.literal('composite'), steps: z.array(step) }),
})

/** What a run of a composite action did. */
export interface ActionRun {
  /** Whether the job succeeds. */
  succeeds: boolean
  /** The output of the steps. */
  output: string
  /** The actions that it uses, with their inputs. */
  used: { action: string; inputs: Record<string, string> }[]
}

/** Runs the steps of a composite action as GitHub's runner does: bash steps for real, other actions only recorded. */
export function runAction(file: string, cwd: string, given: Record<string, string>): ActionRun {
  const { inputs, runs } = actionSchema.parse(parse(readFileSync(file, 'utf8')))
  const temp = mkdtempSync(join(tmpdir(), 'action-runner-'))
  const context: Record<string, string> = {
    'runner.temp': temp,
    'github.repository': 'acme/shop',
    'github.sha': 'f00d',
    'github.action_repository': '',
    'github.action_ref': '',
  }
  for (const [name, { default: value }] of Object.entries(inputs))
    context[`inputs.${name}`] = given[name] ?? value
  const done: ActionRun = { succeeds: true, output: '', used: [] }
  for (const { id, if: condition, env, run, uses, with: passed } of runs.steps) {
    const isWanted = condition === undefined || expression(condition.replace(/^\$\{\{|\}\}$/g, ''), context)
    if (!isWanted || !done.succeeds) continue
    if (uses !== undefined) done.used.push({ action: uses, inputs: filled(passed, context) })
    if (run === undefined) continue
    const outputs = join(temp, `outputs-${id}`)
    writeFileSync(outputs, '')
    const { status, stdout, stderr } = spawnSync(
      'bash',
      ['--noprofile', '--norc', '-eo', 'pipefail', '-c', run],
      {
        cwd,
        encoding: 'utf8',
        env: {
          ...process.env,
          ...filled(env, context),
          GITHUB_OUTPUT: outputs,
          GITHUB_SERVER_URL: 'https://github.test',
          RUNNER_TEMP: temp,
        },
      },
    )
    done.output += stdout + stderr
    done.succeeds = status === 0
    for (const line of readFileSync(outputs, 'utf8').split('\n')) {
      const [name = '', value] = line.split('=')
      if (value !== undefined) context[`steps.${id}.outputs.${name}`] = value
    }
  }
  return done
}

function filled(texts: Record<string, string>, context: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [
      name,
      text.replace(/\$\{\{(.*?)\}\}/g, (_, inner: string) => String(expression(inner, context))),
    ]),
  )
}

/** Names, texts, `==`, `&&` and `||`, which is all that the action uses. */
function expression(text: string, context: Record<string, string>): string | boolean {
  const sides = (operator: string) => text.split(operator).map((side) => expression(side, context))
  if (text.includes('||')) return sides('||').find(Boolean) ?? ''
  if (text.includes('&&')) return sides('&&').every(Boolean)
  if (text.includes('==')) {
    const [left, right] = sides('==')
    return left === right
  }
  const word = text.trim()
  const literal = /^'(.*)'$/.exec(word)?.[1]
  const value = literal ?? context[word]
  if (value === undefined) throw new Error(`The action uses the unknown name ${word}.`)
  return value
}
