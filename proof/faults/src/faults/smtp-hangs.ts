import { smtpFault } from '../engine/smtp-fault'

export const smtpHangs = smtpFault('smtp-hangs', 'hang')
