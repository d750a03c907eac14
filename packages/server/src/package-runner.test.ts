import { describe, expect, it } from 'vitest'
import { isPackageRunner } from './package-runner'

describe('isPackageRunner', () => {
  it.each([
    [['npm exec pnpm dev']],
    [['npx pnpm dev']],
    [['pnpm', 'dev']],
    [['/root/.npm/_npx/e6e0/node_modules/pnpm/pnpm', 'dev']],
    [['/usr/bin/node', '/usr/bin/npx', 'pnpm', 'dev']],
    [['node', '/usr/lib/node_modules/npm/bin/npx-cli.js', 'pnpm']],
    [['/usr/bin/node', '/usr/lib/node_modules/pnpm/bin/pnpm.cjs', 'dev']],
  ])('recognizes %j', (args) => expect(isPackageRunner(args)).toBe(true))

  it.each([
    [['bash', '-c', 'nohup npx pnpm dev &']],
    [['sh', 'npx']],
    [['node', 'server.js', 'npx']],
    [['vim', 'pnpm']],
    [['/home/pnpm/bin/tool']],
    [[]],
  ])('ignores %j', (args) => expect(isPackageRunner(args)).toBe(false))
})
