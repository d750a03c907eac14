import { plugin } from './plugin'

// Linters take the default export of a plugin.
export default plugin
