import { readFileSync } from 'node:fs'
import path from 'node:path'

import { expect } from '@playwright/test'
import { z } from 'zod'

import { challengeOf, challengeSlugs } from '@/features/lab/challenge/challenge-of'
import { chains } from '@/features/lab/fixes/fixes'
import { computedId } from '@/features/lab/firing/computed-id'
import { lessons } from '@/features/lab/lessons/lessons'

import { hasControlGroup, webDirectory } from '@kit/attacks/app/environment'
import { manifestFile } from '@kit/attacks/app/manifest'
import { outcomeOf } from '@kit/attacks/http/outcome'
import { send } from '@kit/attacks/http/raw-http'
import { anonymous } from '@kit/attacks/engine/caller'
import { callsTo } from '@kit/attacks/engine/calls'
import { matrix } from '@e2e/attacks/matrix'
import { attackCounts } from '@e2e/lab/attack-counts'
import { solutions } from '@e2e/lab/solutions'
import { attacks } from './attacks'
import { test } from '@kit/attacks/engine/test'

const rowOf = (exportName: string) => {
  const row = attacks.find((candidate) => candidate.exportName === exportName)
  if (!row) throw new Error(`The matrix has no ${exportName}.`)
  return row
}
const fire = rowOf('fireAttackAction')

/** Runs one attack of each group, and each lesson's own. */
const targets = matrix.filter(({ file }) => !file.includes('features/lab/'))

interface Listed {
  id: string
  group: string
}

const manifestSchema = z.object({
  node: z.record(z.string(), z.object({ filename: z.string(), exportedName: z.string() })),
  encryptionKey: z.string(),
})

const labData = (name: string) =>
  JSON.parse(readFileSync(path.join(webDirectory, `lab-data/${name}.json`), 'utf8'))

const attacksOn = (exportName: string): Listed[] => labData(`attacks/${exportName}`).attacks

test('the lab lists every endpoint with the number of its attacks', ({ arena }) => {
  const listed: { exportName: string; attacks: number }[] = labData('inventory')
  expect(Object.fromEntries(listed.map(({ exportName, attacks }) => [exportName, attacks]))).toEqual(
    attackCounts(),
  )
  expect(listed).toHaveLength(arena.endpoints.length)
})

test('the lab has attacks on every endpoint but its own, each with a unique ID', () => {
  for (const { exportName } of targets) {
    const ids = attacksOn(exportName).map(({ id }) => id)
    expect(ids.length, exportName).toBeGreaterThan(5)
    expect(new Set(ids).size, exportName).toBe(ids.length)
  }
})

/** What signing in with a new browser changes: it is remembered and reported by mail, with a link. */
const signsIn = new Set(['insert session', 'insert known_browser', 'insert verification', 'insert mail'])

test('every lesson and one attack of each kind is blocked, and the lab says so', async ({
  arena,
}, testInfo) => {
  const kinds = new Map(
    attacksOn('deleteTasksAction').map(({ group, id }) => [
      group,
      { endpoint: 'deleteTasksAction', attack: id },
    ]),
  )
  const fired = [...kinds.values(), ...lessons.map(({ endpoint, fires }) => ({ endpoint, attack: fires }))]
  // Each attack gets the time of a test, because all apps take turns at one control group.
  testInfo.setTimeout(fired.length * testInfo.timeout)
  await arena.database.resetCounters()
  for (const input of fired) {
    const outcome = outcomeOf(await send(callsTo(arena, fire, anonymous).likeTheApp(input)))
    expect(outcome, `${input.endpoint} ${input.attack}`).toMatchObject({
      kind: 'data',
      data: { blocked: true },
    })
    const lesson = lessons.find(
      ({ endpoint, fires }) => endpoint === input.endpoint && fires === input.attack,
    )
    if (lesson && hasControlGroup())
      expect(outcome, lesson.slug).toMatchObject({ data: { control: { state: 'breached' } } })
  }
  const after = await arena.snapshot()
  const changed = arena.changes(arena.record.baseline, after)
  await arena.restore(after)
  // Demo people signed in, with browsers that are new to them. Nothing else changed.
  expect(
    changed.map(({ table, kind }) => `${kind} ${table}`).filter((change) => !signsIn.has(change)),
  ).toEqual([])
})

const triedSchema = z.object({ data: z.object({ state: z.string(), holds: z.boolean() }) })

const firstReplySchema = z.object({
  data: z.object({ replies: z.tuple([z.object({ text: z.string() })]) }),
})

const challengeTests = () => {
  test('every challenge has a solution', () => {
    expect(Object.keys(solutions)).toEqual(challengeSlugs)
  })

  for (const [slug, solution] of Object.entries(solutions))
    test(`${slug} is solved by its answer, and not by the request that it starts with`, async ({ arena }) => {
      await arena.database.resetCounters()
      const sent = async (input: Record<string, string>) =>
        outcomeOf(await send(callsTo(arena, rowOf('sendChallengeAction'), anonymous).likeTheApp(input)))
      const { first, caller, target, args, headers = '' } = solution
      const challenge = challengeOf(slug)
      if (!challenge) throw new Error(`There is no challenge ${slug}.`)
      const { callers, targets, start } = challenge
      const unchanged = { challenge: slug, caller: callers[0], target: targets[0], args: start, headers: '' }
      expect(await sent(unchanged)).toMatchObject({ kind: 'data', data: { state: 'unsolved' } })
      const reply =
        first && (await sent({ challenge: slug, headers: '', ...first, args: JSON.stringify(first.args) }))
      const given =
        typeof args === 'function' ? args(firstReplySchema.parse(reply).data.replies[0].text) : args
      const answer = { challenge: slug, caller, target, args: JSON.stringify(given), headers }
      expect(await sent(answer)).toMatchObject({ kind: 'data', data: { state: 'solved' } })
    })

  for (const { slug } of lessons)
    test(`exactly one chain of ${slug} holds`, async ({ arena }, testInfo) => {
      testInfo.setTimeout(chains.length * testInfo.timeout)
      await arena.database.resetCounters()
      const held: string[] = []
      for (const chain of chains) {
        const row = rowOf('tryFixAction')
        const reply = await send(callsTo(arena, row, anonymous).likeTheApp({ lesson: slug, chain }))
        const { data } = triedSchema.parse(outcomeOf(reply))
        expect(data.state).toBe('tried')
        if (data.holds) held.push(chain)
      }
      expect(held).toHaveLength(1)
    })
}

if (hasControlGroup()) challengeTests()

test('the ID of every action can be computed without the page that calls it', ({ arena }) => {
  const manifest = readFileSync(manifestFile(arena.development), 'utf8')
  const { node, encryptionKey } = manifestSchema.parse(JSON.parse(manifest))
  for (const [id, { filename, exportedName }] of Object.entries(node))
    expect(computedId(encryptionKey, filename, exportedName), exportedName).toBe(id)
})
