import { describe, expect, it } from 'vitest'
import { parseDocument } from './document'
import { hasTitle, quotedRules, quotedTests, testFile } from './find-evidence'
import { files, readFile } from './repository'

const lintSettings = readFile('.oxlintrc.json')

describe.each(['docs/asvs.md', 'docs/checklist.md'])('%s', (file) => {
  const document = parseDocument(readFile(file))

  it('quotes tests that exist', () => {
    const evidence = quotedTests(document, file)
    expect(evidence.length).toBeGreaterThan(10)
    expect(evidence.filter((quoted) => !exists(quoted))).toEqual([])
  })

  it('names rules that are errors', () => {
    const rules = quotedRules(document)
    expect(rules.length).toBeGreaterThan(1)
    expect(rules.filter((rule) => !lintSettings.includes(`"${rule}": "error"`))).toEqual([])
  })
})

function exists({ file, title }: { file: string; title: string }): boolean {
  return files.includes(file) && testFile.test(file) && hasTitle(readFile(file), title)
}
