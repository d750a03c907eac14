import { describe, expect, it } from 'vitest'
import { parseDocument } from './document'
import { pnpmCommands, runsScript } from './find-commands'
import { brokenLinks } from './find-links'
import { brokenPaths, placesIn } from './find-paths'
import { documents, files, readFile } from './repository'
import { scriptsByPackage } from './scripts'

const parsed = new Map(documents.map((file) => [file, parseDocument(readFile(file))]))
const tree = { files, anchorsOf: (file: string) => parsed.get(file)?.anchors ?? [] }
const places = placesIn(files)
const scripts = scriptsByPackage()

describe.each([...parsed])('%s', (file, document) => {
  it('links to files and headings that exist', () => {
    expect(brokenLinks(document, file, tree)).toEqual([])
  })

  it('names paths that exist', () => {
    expect(brokenPaths(document.codes, places)).toEqual([])
  })

  it('names pnpm commands that exist', () => {
    expect(pnpmCommands(document).filter((command) => !runsScript(command, scripts))).toEqual([])
  })
})
