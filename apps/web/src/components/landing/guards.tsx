const guards = [
  {
    name: 'Same origin',
    code: 'publicActionClient',
    text: 'A call from another site, or one that does not say where it comes from, is refused before anything is looked up.',
  },
  {
    name: 'A live session',
    code: 'authenticatedActionClient',
    text: 'Looked up in the database at every call, so a session that was ended is ended at once.',
  },
  {
    name: 'Membership',
    code: 'organizationActionClient',
    text: 'Of the organization that the call names, proved by the very statement that opens the transaction.',
  },
  {
    name: 'Role and permission',
    code: 'withMinRole · withFeaturePermission',
    text: 'One table decides for the server and for the buttons. A role that it does not know may do nothing.',
  },
  {
    name: 'Bounded input',
    code: 'inputSchema',
    text: 'Every text, list and number has an end. A field that nobody asked for is an error, not an opportunity.',
  },
  {
    name: 'Ownership',
    code: 'withResource',
    text: 'The rows are locked and judged before the work begins: all that were named, or none.',
  },
  {
    name: 'Row-level security',
    code: 'withTenant',
    text: 'Under all of it stands Postgres. Forget a condition, and another organization’s rows still do not come.',
  },
  {
    name: 'One commit',
    code: 'audit_event',
    text: 'The change and its line in the audit log are written together. Anything but success writes neither.',
  },
]

/** What stands between a call and a row, in the order in which a call meets it. */
export function Guards() {
  return (
    <ol className="border-t">
      {guards.map(({ name, code, text }, index) => (
        <li
          key={name}
          className="grid gap-x-8 gap-y-1 border-b py-4 md:grid-cols-[2rem_14rem_minmax(0,1fr)] md:items-baseline"
        >
          <span aria-hidden className="hidden font-mono text-xs text-muted-foreground md:block">
            {index + 1}
          </span>
          <div>
            <h3 className="text-base font-semibold">{name}</h3>
            <p className="font-mono text-xs text-muted-foreground">{code}</p>
          </div>
          <p className="max-w-2xl text-[0.9375rem] text-muted-foreground">{text}</p>
        </li>
      ))}
    </ol>
  )
}
