#!/usr/bin/env node
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { compiled } from '../scripts/compiled.mjs'

await import(pathToFileURL(join(await compiled(), 'bin.js')).href)
