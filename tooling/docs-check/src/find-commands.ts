import type { Document } from './document'

/** pnpm's own commands, which are not scripts. */
const ownCommands = new Set([
  'install',
  'add',
  'exec',
  'why',
  'outdated',
  'store',
  'dlx',
  'licenses',
  'audit',
])

/** Every `pnpm …` of the document: between backticks, and at the start of a line in a shell block. */
export function pnpmCommands({ codes, blocks }: Document): string[] {
  const lines = blocks
    .filter(({ language }) => ['sh', 'bash', 'shell'].includes(language))
    .flatMap(({ text }) => text.split('\n'))
  return [...codes, ...lines]
    .map((line) => line.trim().replace(/^(?:[A-Z_]+=\S+ )*/, ''))
    .filter((line) => /^(?:npx )?pnpm\s/.test(line))
}

/**
 * Whether the command runs a script that exists. Arguments may follow.
 * @param scripts the scripts of each package, by its name; '' is the root
 */
export function runsScript(command: string, scripts: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const words = command.replace(/^(?:npx )?pnpm\s+(?:--silent\s+)?/, '').split(/\s+/)
  const filtered = words[0] === '--filter'
  const owner = filtered ? (words[1] ?? '') : ''
  const [first = '', second = ''] = filtered ? words.slice(2) : words
  if (ownCommands.has(first)) return true
  return scripts.get(owner)?.has(first === 'run' ? second : first) ?? false
}
