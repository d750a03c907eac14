import { join } from 'node:path'
import { build } from 'esbuild'

export const root = join(import.meta.dirname, '..')

/** Compiles the command, the plugin and the schema of the inventory into a folder. */
export function bundle(outdir) {
  return build({
    absWorkingDir: root,
    entryPoints: {
      bin: 'src/bin.ts',
      plugin: 'src/plugin-entry.ts',
      inventory: 'src/inventory/inventory.ts',
    },
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    // zod is bundled, because loading its many modules takes longer than loading the part that is used. `import *
    // as z` lets esbuild cut it.
    external: ['oxc-parser', 'oxc-parser/*', 'oxc-resolver', 'eslint'],
  })
}
