import { attackTests } from '@kit/attacks/engine/attack-test'
import { spreadAttacks } from '@kit/attacks/engine/spread'
import { test } from '@kit/attacks/engine/test'
import { everyTarget } from './targets'

for (const { row, attacks } of spreadAttacks(everyTarget())) {
  test.describe(row.exportName, () => {
    // Grouped per endpoint, because a worker walks all tests of the file for every group it gets.
    test.describe.configure({ mode: 'default' })
    attackTests(row, attacks)
  })
}
