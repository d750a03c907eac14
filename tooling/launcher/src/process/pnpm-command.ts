/** The command and arguments that run pnpm: the pnpm that started this process, or else the one npx finds. */
export function pnpmCommand(...args: string[]): [string, string[]] {
  const pnpm = process.env.npm_execpath ?? ''
  if (!/(^|\/)pnpm(\.[cm]?js)?$/.test(pnpm)) return ['npx', ['pnpm', ...args]]
  return pnpm.endsWith('js') ? [process.execPath, [pnpm, ...args]] : [pnpm, args]
}
