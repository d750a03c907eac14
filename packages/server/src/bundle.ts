import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { build, type Plugin } from 'esbuild'
import { root } from './paths'

const commands = 'packages/server/src'

/** Compiles the commands that production runs, with everything they import, into a folder with the repository's layout. */
export async function bundleInto(folder: string): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: ['start', 'worker', 'migrate', 'reset-two-factor'].map((name) => `${commands}/${name}.ts`),
    outdir: join(folder, commands),
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    // Mail templates. Their own tsconfig is not read, and the classic transform needs `React` in scope.
    jsx: 'automatic',
    // Dependencies that call `require`.
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
    plugins: [samePlaces],
  })
}

/** Lets our modules find files where they are in the repository, even though they are bundled into one file. */
const samePlaces: Plugin = {
  name: 'same-places',
  setup({ onLoad }) {
    onLoad({ filter: /\/packages\/[^/]+\/src\/.*\.ts$/ }, ({ path }) => {
      const place = relative(join(root, commands), path)
      const contents = readFileSync(path, 'utf8').replaceAll(
        'import.meta.url',
        `new URL(${JSON.stringify(place)}, import.meta.url).href`,
      )
      return { contents, loader: 'ts' }
    })
  },
}
