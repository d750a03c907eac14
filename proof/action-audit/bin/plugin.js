import { tsImport } from 'tsx/esm/api'

// Linters load JavaScript, and the rules are TypeScript that no build step turns into it.
const { plugin } = await tsImport('../src/plugin.ts', import.meta.url)

export default plugin
