import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { compiled } from '../scripts/compiled.mjs'

// Linters load JavaScript, and the rules are TypeScript.
const { default: plugin } = await import(pathToFileURL(join(await compiled(), 'plugin.js')).href)

export default plugin
