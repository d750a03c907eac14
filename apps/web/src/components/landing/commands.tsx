const commands = [
  {
    command: 'npx pnpm dev',
    text: 'Installs dependencies, starts an embedded Postgres, runs migrations, seeds two organizations, and prints the URL. No Docker, API keys, or accounts.',
  },
  {
    command: 'npx pnpm test',
    text: 'Runs formatting, lint, type checks, and unit tests on a real database, then the attack suite and browser tests on a production build.',
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
