const commands = [
  {
    command: 'npx pnpm dev',
    text: 'Installs, starts its own PostgreSQL, migrates, seeds two organizations and prints the address. No Docker, no keys, no accounts.',
  },
  {
    command: 'npx pnpm test',
    text: 'Format, lint, types, unit tests against a real database, the attack suite and the browser flows against a production build.',
  },
]

export function Commands() {
  return (
    <dl className="grid gap-6 sm:grid-cols-2">
      {commands.map(({ command, text }) => (
        <div key={command} className="rounded-lg border bg-card p-5">
          <dt>
            <code className="font-mono text-base font-medium">
              <span aria-hidden className="text-muted-foreground select-none">
                ${' '}
              </span>
              {command}
            </code>
          </dt>
          <dd className="mt-2 text-muted-foreground">{text}</dd>
        </div>
      ))}
    </dl>
  )
}
