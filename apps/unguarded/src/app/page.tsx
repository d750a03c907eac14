import Link from 'next/link'

const mistakes = [
  ['no-validation', 'No validation'],
  ['no-authentication', 'No authentication'],
  ['no-ownership', 'No ownership check'],
  ['no-membership', 'No membership check'],
  ['no-role', 'No role check'],
  ['no-permission', 'No permission check'],
  ['page-only', 'Authorization on the page only'],
  ['believed-ids', 'Trusting IDs from the client'],
  ['no-rate-limit', 'No rate limit'],
  ['internal-errors', 'Internal errors returned'],
  ['mass-assignment', 'Trusting TypeScript types'],
  ['exported-helper', 'A helper exported next to an action'],
  ['captured-secret', 'A secret captured by a closure'],
  ['foreign-site', 'The wrong host trusted'],
  ['no-captcha', 'No captcha'],
  ['raw-row', 'Whole rows returned'],
  ['raw-sql', 'SQL built from text'],
  ['transfer', 'Two mistakes combined'],
] as const

export default function Page() {
  return (
    <>
      <h1>Unguarded</h1>
      <ol>
        {mistakes.map(([slug, title]) => (
          <li key={slug}>
            <Link href={`/${slug}`} prefetch={false}>
              {title}
            </Link>
          </li>
        ))}
      </ol>
    </>
  )
}
