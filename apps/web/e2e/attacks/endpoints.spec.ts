import { attackTest } from './attack-test'
import { catalogues } from './catalogue/all'
import { matrix } from './matrix/all'
import { test } from './test'

for (const row of matrix) {
  test.describe(row.exportName, () => {
    // A worker gets an endpoint's tests together: for each lot that it gets it goes through all tests of the file.
    test.describe.configure({ mode: 'default' })
    for (const attack of catalogues.flatMap((catalogue) => catalogue(row))) attackTest(row, attack)
  })
}
