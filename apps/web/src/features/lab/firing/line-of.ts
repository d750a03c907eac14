import type { Line } from '../catalogue/inventory'
import type { Answer } from './reply'

/** The client, whose own checks come first. */
const client = /\w*[cC]lient$/
const permission = /\.use\(with(?:FeaturePermission|MinRole)\(/
const rule = /\.useValidated\(with/

const byCode: Readonly<Record<string, RegExp>> = {
  FOREIGN_ORIGIN: client,
  UNAUTHORIZED: client,
  OTHER_USER: client,
  RATE_LIMITED: /withRateLimit\(/,
  CAPTCHA_REQUIRED: /withCaptcha\(/,
  CAPTCHA_FAILED: /withCaptcha\(/,
  FRESH_SESSION_REQUIRED: /withFreshSession\(/,
}

/**
 * Returns the line of an action's definition that refused the call, or null if the answer doesn't reveal it.
 * @param definition the action's lines
 */
export function lineOf(answer: Answer, definition: readonly Line[]): Line | null {
  const pattern = patternOf(answer)
  return definition.find(({ code }) => pattern?.test(code)) ?? null
}

function patternOf(answer: Answer): RegExp | undefined {
  if (answer.kind === 'invalid') return /\.inputSchema\(/
  if (answer.kind !== 'error') return undefined
  if (answer.code === 'FORBIDDEN')
    return /^You (?:don't have permission|need the)/.test(answer.message) ? permission : rule
  // The caller is outside the organization, or the row is missing.
  if (answer.code === 'NOT_FOUND') return client
  return byCode[answer.code]
}
