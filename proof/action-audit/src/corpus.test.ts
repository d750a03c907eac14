import { describe, expect, it } from 'vitest'
import { columns, type Column } from './guards/facts'
import { corpusApps, guardLines, readApp, withoutGuard, type Labeled } from './testing/corpus'

const all = corpusApps.flatMap((app) => readApp(app))

/** Precision and recall of `proven`. */
function measured(column: Column) {
  const claimed = all.filter(({ found }) => found[column] === 'proven')
  const are = all.filter(({ expected }) => expected[column] === 'proven')
  const both = claimed.filter(({ expected }) => expected[column] === 'proven').length
  return {
    precision: claimed.length === 0 ? 1 : both / claimed.length,
    recall: are.length === 0 ? 1 : both / are.length,
    proven: are.length,
  }
}

const required: Readonly<Record<Column, number>> = {
  authentication: 0.95,
  authorization: 0.9,
  validation: 0.9,
  limits: 0.85,
}

describe('the corpus', () => {
  it('has at least 120 endpoints', () => {
    expect(all.length).toBeGreaterThanOrEqual(120)
  })

  it.each(columns)('has enough precision and recall: %s', (column) => {
    const { precision, recall, proven } = measured(column)
    process.stdout.write(
      `${column}: precision ${precision.toFixed(2)}, recall ${recall.toFixed(2)}, ${proven} of ${all.length} proven\n`,
    )
    expect(precision).toBeGreaterThanOrEqual(required[column])
    expect(recall).toBeGreaterThanOrEqual(required[column])
  })

  it('has no false proofs', () => {
    const isFalse = ({ expected, found }: Labeled) =>
      columns.some((column) => found[column] === 'proven' && expected[column] !== 'proven')
    expect(all.filter(isFalse)).toEqual([])
  })

  it('has the expected verdict for every endpoint', () => {
    const wrong = all.filter(({ expected, found }) =>
      columns.some((column) => found[column] !== expected[column]),
    )
    expect(wrong).toEqual([])
  })
})

describe('an app without one of its guards', () => {
  const proven = (verdicts: readonly Labeled[], column: Column) =>
    verdicts
      .filter(({ found }) => found[column] === 'proven')
      .map(({ name }) => name.split('#')[1]?.split(':')[0])

  it.each(corpusApps.flatMap(guardLines))('differs from the app itself: $app/$file:$line', (guard) => {
    const before = all.filter(({ name }) => name.startsWith(`${guard.app}/`))
    const after = withoutGuard(guard, (folder) => readApp(guard.app, folder))
    for (const column of guard.columns)
      expect(proven(after, column).length).toBeLessThan(proven(before, column).length)
  })
})
