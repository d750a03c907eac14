import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { settingsFor } from './config/load-config'
import { takeInventory } from './inventory/take-inventory'
import { Project } from './project/project'
import { strict, withApp } from './testing/app-folder'

const fixture = join(import.meta.dirname, '../fixtures/foreign')

describe('an app without the kit', () => {
  const inventory = withApp(
    { '.next/server/server-reference-manifest.json': readFileSync(join(fixture, 'manifest.json'), 'utf8') },
    (folder) => {
      cpSync(fixture, folder, { recursive: true })
      return takeInventory(
        { project: new Project(), settings: strict(settingsFor(folder)) },
        { build: 'use' },
      )
    },
  )

  it('has all endpoints listed with the checks in their bodies', () => {
    expect(
      inventory.endpoints.map(({ exportName, form, client, checksInBody, usedIn }) => ({
        exportName,
        form,
        client,
        checksInBody,
        usedIn,
      })),
    ).toEqual([
      {
        exportName: 'createPost',
        form: 'function',
        client: null,
        checksInBody: ['getServerSession', 'parse'],
        usedIn: ['app/page.jsx'],
      },
      { exportName: 'deletePost', form: 'function', client: null, checksInBody: [], usedIn: [] },
      { exportName: 'publishPost', form: 'chain', client: null, checksInBody: [], usedIn: [] },
    ])
  })

  it('has missing guards reported per endpoint', () => {
    const rules = (name: string) =>
      inventory.endpoints.find(({ exportName }) => exportName === name)?.findings.map(({ rule }) => rule)
    expect(rules('createPost')).toEqual([
      'bounded-input',
      'exports-built-by-client',
      'is-authorized',
      'is-limited',
    ])
    expect(rules('deletePost')).toEqual(
      expect.arrayContaining(['exports-built-by-client', 'has-input-schema', 'not-in-build']),
    )
    expect(rules('publishPost')).toEqual(
      expect.arrayContaining(['exports-built-by-client', 'has-metadata', 'is-limited']),
    )
  })

  it('has the endpoints of its packages reported too', () => {
    expect(inventory.findings).toMatchObject(
      expect.arrayContaining([expect.objectContaining({ rule: 'not-in-source', exportName: 'invalidate' })]),
    )
  })
})
