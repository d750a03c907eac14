import { daysSinceReview, maxDays } from './days-since-review'
import { readFile } from './repository'

// `pnpm floors:review`: fails when the version floors have not been reviewed recently.
const days = daysSinceReview(readFile('SECURITY.md'), new Date())
process.stdout.write(`The version floors were reviewed ${days} days ago; ${maxDays} are allowed.\n`)
if (days > maxDays) process.exitCode = 1
