import { describe, expect, it } from 'vitest'
import { scriptCommand } from './script-command'

const scripts = { audit: 'node tools/audit.js', lint: 'oxlint', both: 'node a.js && node b.js' }

describe('scriptCommand', () => {
  it('starts a Node script without pnpm', () => {
    expect(scriptCommand(scripts, 'audit', ['--all'])).toEqual([
      process.execPath,
      ['tools/audit.js', '--all'],
    ])
  })

  it.each(['lint', 'both'])('leaves other scripts to pnpm: %s', (name) => {
    expect(scriptCommand(scripts, name, ['--all'])[1].slice(-4)).toEqual(['run', '--silent', name, '--all'])
  })
})
