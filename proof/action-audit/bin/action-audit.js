#!/usr/bin/env node
import { tsImport } from 'tsx/esm/api'

const { auditCommand } = await tsImport('../src/cli.ts', import.meta.url)

// Set, and not called: a long report has to get through the pipe before the process ends.
process.exitCode = auditCommand(
  process.argv.slice(2),
  (text) => process.stdout.write(text),
  (text) => process.stderr.write(text),
)
