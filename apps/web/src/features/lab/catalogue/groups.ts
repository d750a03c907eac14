/** The kinds of attack that the suite knows, in the order in which it fires them, as the lab calls them. */
export const groupTitles: Readonly<Record<string, string>> = {
  session: 'Without a session that counts',
  tenant: 'From another organization',
  role: 'Without the right to do it',
  fresh: 'Without giving the password again',
  shape: 'Input of the wrong shape',
  size: 'Input that is too large',
  values: 'Values that mean harm',
  arguments: 'Arguments that no page would send',
  origin: 'From another site',
  method: 'By another method',
  redirect: 'To lead elsewhere',
  page: 'Posted to another page',
  id: 'Under another id',
  captcha: 'Without the proof that no robot sends it',
  limit: 'Too often',
}

export const titleOfGroup = (group: string): string => groupTitles[group] ?? group
