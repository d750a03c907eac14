import { attackTest } from '@kit/attacks/engine/attack-test'
import { catalogues } from '@kit/attacks/catalogue/all'
import { matrix } from './matrix'
import { test } from '@kit/attacks/engine/test'

for (const row of matrix) {
  test.describe(row.exportName, () => {
    // A worker gets an endpoint's tests together: for each lot that it gets it goes through all tests of the file.
    test.describe.configure({ mode: 'default' })
    for (const attack of catalogues.flatMap((catalogue) => catalogue(row))) attackTest(row, attack)
  })
}
