import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { bundle, root } from './bundle.mjs'

const dist = join(root, 'dist')

rmSync(dist, { recursive: true, force: true })
await bundle(dist)
cpSync(join(root, 'types'), dist, { recursive: true })
