import { solveChallenge } from '@kit/captcha/solve-challenge'

/** Solves the captcha in a chain's page, as its form's script would. */
export async function solutionIn(page: string): Promise<string> {
  const [, challenge = ''] = /data-challenge="([^"]*)"/.exec(page) ?? []
  return solveChallenge(JSON.parse(challenge.replaceAll('&quot;', '"').replaceAll('&amp;', '&')))
}
