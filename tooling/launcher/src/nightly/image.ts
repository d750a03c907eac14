import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { DockerfileParser } from 'dockerfile-ast'
import type { Copy } from 'dockerfile-ast'
import { execa } from 'execa'
import { pnpmCommand } from '../process/pnpm-command'
import { root } from '../repository/paths'
import { cleanEnvironment } from '../repository/settings'

export interface Image {
  /** Contains what the image's `WORKDIR` contains. */
  folder: string
  /** What the image runs. */
  command: string[]
  remove: () => void
}

/** Follows the Dockerfile without an engine: its copies, its pnpm commands, and its last stage, in separate folders. */
export async function buildImage(settings: Record<string, string>): Promise<Image> {
  const place = mkdtempSync(join(tmpdir(), 'gatehouse-image-'))
  // A different user runs the files in it.
  chmodSync(place, 0o755)
  const build = join(place, 'build')
  const folder = join(place, 'app')
  const tools = pnpmTool(join(place, 'tools'))
  const ignored = /(^|\/)(node_modules|\.next|\.turbo|\.gatehouse|\.git|\.env|\.env\.local)$/
  let command: string[] = []
  for (const each of DockerfileParser.parse(
    readFileSync(join(root, 'Dockerfile'), 'utf8'),
  ).getInstructions()) {
    const words = each.getArguments().map((argument) => argument.getValue())
    switch (each.getKeyword()) {
      case 'COPY': {
        const isBuilt = (each as Copy).getFromFlag() !== null
        const target = words.pop() ?? ''
        for (const source of words) {
          const from = isBuilt ? source.replace(/^\/app/, build) : join(root, source)
          const to = isBuilt ? folder : join(build, target, target === './' ? source : '')
          mkdirSync(dirname(to), { recursive: true })
          cpSync(from, to, {
            recursive: true,
            verbatimSymlinks: true,
            filter: (path) => isBuilt || !ignored.test(path),
          })
        }
        break
      }
      case 'RUN': {
        const script = (each.getArgumentsContent() ?? '').replace(/^(--\S+\s+(\\\s+)?)+/, '')
        if (!script.includes('pnpm ') || script.startsWith('npm ')) break
        const env = { ...cleanEnvironment({ CI: 'true', ...settings }), PATH: `${tools}:${process.env.PATH}` }
        await execa('sh', ['-c', script], { cwd: build, env, extendEnv: false })
        break
      }
      case 'CMD':
        command = JSON.parse(each.getArgumentsContent() ?? '[]') as string[]
        break
    }
  }
  rmSync(build, { recursive: true })
  return { folder, command, remove: () => rmSync(place, { recursive: true, force: true }) }
}

/** A folder for PATH with the `pnpm` that runs the tests. */
function pnpmTool(folder: string): string {
  const [program, args] = pnpmCommand()
  const words = [program, ...args].map((word) => `'${word}'`).join(' ')
  // The build has its own package.json, and npx would look for pnpm there.
  const run = existsSync(program)
    ? `exec ${words} "$@"`
    : `cd '${root}' && exec ${words} --dir "$OLDPWD" "$@"`
  mkdirSync(folder)
  writeFileSync(
    join(folder, 'pnpm'),
    `#!/bin/sh\nexport pnpm_config_verify_deps_before_run=false\n${run}\n`,
    { mode: 0o755 },
  )
  return folder
}
