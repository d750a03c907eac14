import { Alert } from '@/components/ui/alert'

/** What happens to organizations that nobody can change now when their only owner deletes their account. */
export function ClosedOwnershipNotice({
  organizations,
}: {
  organizations: { slug: string; name: string }[]
}) {
  return (
    <Alert variant="warning" className="mb-5">
      <p>You are the only owner of these organizations, which can’t be changed right now:</p>
      <ul className="my-2 list-disc pl-5">
        {organizations.map(({ slug, name }) => (
          <li key={slug}>
            <bdi>{name}</bdi>
          </li>
        ))}
      </ul>
      <p>
        If you delete your account, the member with the highest role becomes the owner. Without one, they are
        deleted.
      </p>
    </Alert>
  )
}
