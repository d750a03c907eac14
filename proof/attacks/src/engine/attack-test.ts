import { fire, type Breach } from './fire'
import { report, type AttackResult } from './report'
import { test } from './test'
import type { Arena } from './arena'
import type { Attack, Group } from './attack'
import type { NamedRow } from './row'

/** Defines one test that fires an attack at an endpoint. */
export function attackTest(row: NamedRow, attack: Attack): void {
  groupTest(row, attack.group, { title: attack.name, attacks: [attack] })
}

/**
 * Defines one test per group of attacks on an endpoint. Playwright needs more time for a test than the server needs for most
 * attacks.
 */
export function attackTests(row: NamedRow, attacks: readonly Attack[]): void {
  for (const group of new Set(attacks.map((attack) => attack.group))) {
    const members = attacks.filter((attack) => attack.group === group)
    const title = members.length === 1 ? '1 attack' : `${members.length} attacks`
    groupTest(row, group, { title, attacks: members })
  }
}

function groupTest(
  row: NamedRow,
  group: Group,
  { title, attacks }: { title: string; attacks: readonly Attack[] },
): void {
  test(`${group}: ${title}`, async ({ arena }, testInfo) => {
    // Each attack gets as much time as one test.
    testInfo.setTimeout(attacks.length * testInfo.timeout)
    const results: AttackResult[] = []
    for (const attack of attacks)
      results.push({ name: attack.name, breaches: await breachesOf(arena, row, attack) })
    await arena.restore(await arena.snapshot())
    report(testInfo, { endpoint: row.exportName, group, results })
  })
}

/** Fires the shots. An error counts as a breach, so the other attacks still run. */
async function breachesOf(arena: Arena, row: NamedRow, attack: Attack): Promise<Breach[]> {
  const breaches: Breach[] = []
  try {
    for (const shot of attack.shots(arena)) {
      const breach = await fire(arena, row, shot)
      if (breach) breaches.push(breach)
    }
  } catch (error) {
    const problem = error instanceof Error ? (error.stack ?? error.message) : String(error)
    breaches.push({ label: 'error', problems: [problem], curl: '' })
    await arena.restore(await arena.snapshot())
  }
  return breaches
}
