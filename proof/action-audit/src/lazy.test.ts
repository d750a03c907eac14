import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { settingsFor } from './config/load-config'
import { takeInventory } from './inventory/take-inventory'
import { Project } from './project/project'
import { strict, withApp } from './testing/app-folder'
import { generatedApp } from './testing/generated-app'

const corpus = join(import.meta.dirname, '../fixtures/corpus')

/** Counts parsed files. */
class CountingProject extends Project {
  readonly read = new Set<string>()

  override load(file: string) {
    const loaded = super.load(file)
    if (loaded) this.read.add(file)
    return loaded
  }
}

function both(folder: string, isStrict: boolean) {
  const settings = isStrict ? strict(settingsFor(folder)) : settingsFor(folder)
  const few = new CountingProject()
  const all = new CountingProject()
  return {
    lazy: takeInventory({ project: few, settings }, { build: 'ignore', folder }),
    eager: takeInventory({ project: all, settings }, { build: 'ignore', folder, everything: true }),
    few: few.read.size,
    all: all.read.size,
  }
}

describe('lazy parsing', () => {
  it.each(readdirSync(corpus))('gives the same result as parsing everything: %s', (app) => {
    for (const isStrict of [true, false]) {
      const { lazy, eager } = both(join(corpus, app), isStrict)
      expect(lazy).toEqual(eager)
    }
  })

  it('skips most files of a large app', () => {
    const { lazy, eager, few, all } = withApp(generatedApp(400), (folder) => both(folder, true))
    expect(lazy).toEqual(eager)
    expect(all).toBeGreaterThan(400)
    expect(few).toBeLessThan(all / 3)
  })
})
