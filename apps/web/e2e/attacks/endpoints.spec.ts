import { attackTests } from '@kit/attacks/engine/attack-test'
import { catalogues } from '@kit/attacks/catalogue/all'
import { matrix } from './matrix'
import { test } from '@kit/attacks/engine/test'

for (const row of matrix) {
  test.describe(row.exportName, () => {
    // Grouped per endpoint, because a worker walks all tests of the file for every group it gets.
    test.describe.configure({ mode: 'default' })
    attackTests(
      row,
      catalogues.flatMap((catalogue) => catalogue(row)),
    )
  })
}
