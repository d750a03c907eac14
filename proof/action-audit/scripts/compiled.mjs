import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

/** The folder of the compiled source, built once for each state of the source. Loading TypeScript takes seconds. */
export async function compiled() {
  const cache = join(root, 'node_modules/.cache/action-audit')
  const folder = join(cache, stateOfSource())
  if (existsSync(folder)) return folder
  mkdirSync(cache, { recursive: true })
  const made = mkdtempSync(join(cache, 'building-'))
  const { bundle } = await import('./bundle.mjs')
  await bundle(made)
  try {
    renameSync(made, folder)
  } catch (error) {
    // Another process built the same source first.
    rmSync(made, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  }
  return folder
}

function stateOfSource() {
  const hash = createHash('sha256')
  for (const name of readdirSync(join(root, 'src'), { recursive: true }).toSorted()) {
    if (!name.endsWith('.ts') || name.endsWith('.test.ts')) continue
    const { mtimeMs, size } = statSync(join(root, 'src', name))
    hash.update(`${name} ${mtimeMs} ${size}\n`)
  }
  return hash.digest('hex').slice(0, 16)
}
