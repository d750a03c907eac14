const attacks = [
  ['No session', 'missing, forged, and signed-out session cookies'],
  ['The wrong organization', 'a Globex member using Acme IDs'],
  ['The wrong role', 'every role, including those that never see the button'],
  ['Unexpected fields', 'role, organizationId, userId, createdBy, __proto__'],
  ['Malformed values', 'files, maps, functions, deeply nested and oversized input'],
  ['The wrong way in', 'foreign and null origins, GET requests, another page’s URL'],
] as const

/** What the attack suite runs against every endpoint. */
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
