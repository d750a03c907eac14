/** The suite's attack groups in order, with the lab's labels. */
export const groupTitles: Readonly<Record<string, string>> = {
  session: 'Missing or invalid session',
  tenant: 'Another organization',
  role: 'Missing permission',
  fresh: 'No recent password confirmation',
  shape: 'Malformed input',
  size: 'Oversized input',
  values: 'Malicious input',
  arguments: 'Unexpected arguments',
  origin: 'Cross-site requests',
  method: 'Other HTTP methods',
  redirect: 'Open redirects',
  page: 'Wrong page URL',
  id: 'Other action IDs',
  captcha: 'Missing or invalid captcha',
  limit: 'Rate limits',
}

export const titleOfGroup = (group: string): string => groupTitles[group] ?? group
