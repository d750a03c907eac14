import { challengeReply } from '@kit/action-middleware/chain/challenge-reply'

/** Work for one call of an action behind a captcha, for the forms that ask for it by script. */
export const GET = challengeReply
