import { challengeReply } from '@kit/action-middleware/chain/challenge-reply'

/** A captcha challenge for one call of an action, for forms that use JavaScript. */
export const GET = challengeReply
