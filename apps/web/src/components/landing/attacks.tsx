const attacks = [
  ['No session', 'no cookie, a forged one, one that has signed out'],
  ['The wrong organization', 'a member of Globex with the ids of Acme'],
  ['The wrong role', 'every role, also those that the page hides the button from'],
  ['Fields nobody asked for', 'role, organizationId, userId, createdBy, __proto__'],
  ['Values of the wrong kind', 'files, maps, functions, nested and oversized input'],
  ['The wrong door', 'a foreign Origin, a null one, GET, a page that is not its own'],
] as const

/** What the attack suite fires at every endpoint. */
export function Attacks() {
  return (
    <dl className="grid gap-x-10 sm:grid-cols-2">
      {attacks.map(([name, examples]) => (
        <div key={name} className="border-t py-3.5">
          <dt className="font-medium">{name}</dt>
          <dd className="text-muted-foreground">{examples}</dd>
        </div>
      ))}
    </dl>
  )
}
