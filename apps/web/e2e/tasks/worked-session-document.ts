import { steps } from './worked-session'

const head = `# Attacks, line by line

What a stranger with a shell can do to a Server Action, and what this app answers. Start it with \`npx pnpm dev\`, then paste
the lines into bash, in order. The attack suite runs them as they stand here, so this page says what happens.

\`\`\`sh
APP=http://localhost:3000
\`\`\`
`

/** The page, for what each step has printed. */
export function documentOf(outputs: readonly string[]): string {
  const sections = steps.map(({ title, about, command, stoppedBy }, index) => [
    `## ${title}`,
    about,
    `\`\`\`sh\n${command}\n\`\`\``,
    `\`\`\`text\n${repeatable(outputs[index] ?? '')}\n\`\`\``,
    ...(stoppedBy ? [`Stopped by ${stoppedBy}.`] : []),
  ])
  return `${[head.trim(), ...sections.flat()].join('\n\n')}\n`
}

/** Without what differs from one run to the next, and says nothing. */
function repeatable(output: string): string {
  return output
    .trim()
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '…')
    .replaceAll(/\d+ seconds?/g, '… seconds')
    .replaceAll(/("retryAfterSeconds":)\d+/g, '$1…')
}
