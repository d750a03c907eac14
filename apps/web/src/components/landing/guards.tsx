const guards = [
  {
    name: 'Same origin',
    code: 'publicActionClient',
    text: 'Requests from another site, or with no origin, are refused before anything is looked up.',
  },
  {
    name: 'A live session',
    code: 'authenticatedActionClient',
    text: 'Looked up in the database on every call, so revoking a session takes effect immediately.',
  },
  {
    name: 'Membership',
    code: 'organizationActionClient',
    text: 'The query that opens the transaction also checks membership in the organization named in the call.',
  },
  {
    name: 'Role and permission',
    code: 'withMinRole · withFeaturePermission',
    text: "One permission table drives both the server and the UI. An unknown role can't do anything.",
  },
  {
    name: 'Bounded input',
    code: 'inputSchema',
    text: 'Every string, list, and number has a limit. Unexpected fields are errors.',
  },
  {
    name: 'Ownership',
    code: 'withResource',
    text: 'All rows are locked and checked before any of them changes.',
  },
  {
    name: 'Row-level security',
    code: 'withTenant',
    text: "Postgres enforces tenancy too. If a query forgets its filter, it still can't read another organization’s rows.",
  },
  {
    name: 'One commit',
    code: 'audit_event',
    text: 'A change and its audit log entry commit together, or not at all.',
  },
]

/** The guards, in the order a call passes them. */
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
