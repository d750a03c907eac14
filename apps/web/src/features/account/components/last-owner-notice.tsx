import { TextLink } from '@/components/text-link'
import { Alert } from '@/components/ui/alert'

/** Why the account can't be deleted yet, and what to do. */
export function LastOwnerNotice({ organizations }: { organizations: { slug: string; name: string }[] }) {
  return (
    <Alert variant="warning">
      <p>You are the last owner of:</p>
      <ul className="my-2 list-disc pl-5">
        {organizations.map(({ slug, name }) => (
          <li key={slug}>
            {/* Tall enough to tap, even in a long list. */}
            <TextLink
              href={`/${slug}`}
              className="inline-flex min-h-11 items-center md:min-h-0 md:py-1 md:pointer-coarse:min-h-11"
            >
              <bdi>{name}</bdi>
            </TextLink>
          </li>
        ))}
      </ul>
      <p>Make someone else an owner, or delete {organizations.length > 1 ? 'them' : 'it'}, and come back.</p>
    </Alert>
  )
}
