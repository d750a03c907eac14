#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8'
import { auditCommand } from './cli'

// The audit is over before optimized code pays off: V8 spends a third of the time compiling it.
setFlagsFromString('--interrupt-budget=1000000')

// Set, and not called: a long report has to get through the pipe before the process ends.
process.exitCode = auditCommand(
  process.argv.slice(2),
  (text) => process.stdout.write(text),
  (text) => process.stderr.write(text),
)
