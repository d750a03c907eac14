#!/usr/bin/env node
import { auditCommand } from './cli'

// Set, and not called: a long report has to get through the pipe before the process ends.
process.exitCode = auditCommand(
  process.argv.slice(2),
  (text) => process.stdout.write(text),
  (text) => process.stderr.write(text),
)
