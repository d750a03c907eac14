import { fire, type Breach } from './fire'
import { report } from './report'
import { test } from './test'
import type { Attack } from './attack'
import type { NamedRow } from './row'

/** One test: every shot of an attack on an endpoint, and each of them has to be held. */
export function attackTest(row: NamedRow, { group, name, shots }: Attack): void {
  test(`${group}: ${name}`, async ({ arena }, testInfo) => {
    const breaches: Breach[] = []
    for (const shot of shots(arena)) {
      const breach = await fire(arena, row, shot)
      if (breach) breaches.push(breach)
    }
    report(testInfo, { endpoint: row.exportName, group, breaches })
  })
}
