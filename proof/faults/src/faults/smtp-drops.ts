import { smtpFault } from '../engine/smtp-fault'

export const smtpDrops = smtpFault('smtp-drops', 'drop')
