import { fire, type Breach } from './fire'
import { report } from './report'
import { test } from './test'
import type { Attack } from './attack'
import type { NamedRow } from './row'

/** Defines one test that fires every shot of an attack at an endpoint. */
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
