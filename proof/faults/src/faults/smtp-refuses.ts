import { smtpFault } from '../engine/smtp-fault'

export const smtpRefuses = smtpFault('smtp-refuses', 'refuse')
