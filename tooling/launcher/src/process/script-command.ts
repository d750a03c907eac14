import { pnpmCommand } from './pnpm-command'

/**
 * The command and arguments of a root script. One that only starts Node runs without pnpm, which would take about as long
 * to start as the script to finish.
 */
export function scriptCommand(
  scripts: Readonly<Record<string, string>>,
  name: string,
  options: readonly string[],
): [string, string[]] {
  const [command, ...args] = (scripts[name] ?? '').split(' ')
  if (command === 'node' && args.every((each) => /^[\w./-]+$/.test(each)))
    return [process.execPath, [...args, ...options]]
  return pnpmCommand('run', '--silent', name, ...options)
}
