/** How to call pnpm: the one that runs this process, or else what npx brings. */
export function pnpmCommand(...args: string[]): [string, string[]] {
  const pnpm = process.env.npm_execpath ?? ''
  if (!/(^|\/)pnpm(\.[cm]?js)?$/.test(pnpm)) return ['npx', ['pnpm', ...args]]
  return pnpm.endsWith('js') ? [process.execPath, [pnpm, ...args]] : [pnpm, args]
}
