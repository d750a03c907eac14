import { steps } from './worked-session'

const head = `# Attacks, step by step

Attack a Server Action from your shell and see how this app responds. Start it with \`npx pnpm dev\`, then paste the commands
into bash in order. The attack suite runs them too, so the output on this page is current.

\`\`\`sh
APP=http://localhost:3000
\`\`\`
`

/** Renders the document from the output of each step. */
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

/** Removes values that differ between runs. */
function repeatable(output: string): string {
  return output
    .trim()
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '…')
    .replaceAll(/\d+ seconds?/g, '… seconds')
    .replaceAll(/http:\/\/localhost:\d+/g, 'http://localhost:3000')
    .replaceAll(/("retryAfterSeconds":)\d+/g, '$1…')
}
