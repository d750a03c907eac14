import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { ESLint } from 'eslint'
import { z } from 'zod'
import { settingsFor } from '../config/load-config'
import { strict } from './app-folder'
import { sourceFiles } from '../inventory/files/source-files'
import { takeInventory } from '../inventory/take-inventory'
import { Project } from '../project/project'
import { plugin } from '../plugin'
import { rules } from '../rules/rules'
import { babel } from './babel'

/** `file:line rule` */
export type Mark = string

const MARK = 'mistake:'

/** The expected mistakes of a folder, marked by `// mistake: rule rule` on the line before each. */
export function markedMistakes(folder: string): Mark[] {
  return sourceFiles(settingsFor(folder), [folder]).files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line, index) => {
        const at = line.indexOf(MARK)
        const names =
          at < 0
            ? []
            : line
                .slice(at + MARK.length)
                .replace('*/}', '')
                .trim()
                .split(/\s+/)
        return names.map((rule) => `${relative(folder, file)}:${index + 2} ${rule}`)
      }),
  )
}

/** The mistakes that the audit finds. */
export function auditedMistakes(folder: string): Mark[] {
  const settings = strict(settingsFor(folder))
  const { findings } = takeInventory({ project: new Project(), settings }, { build: 'ignore', folder })
  const ofRules = findings.filter(({ rule }) => rules.some(({ name }) => name === rule))
  return unique(
    ofRules.map(({ file, line, rule }) => `${relative(folder, join(settings.root, file))}:${line} ${rule}`),
  )
}

const reportSchema = z.object({
  diagnostics: z.array(
    z.object({
      code: z.string(),
      filename: z.string(),
      labels: z.array(z.object({ span: z.object({ line: z.number() }) })),
    }),
  ),
})

/** The mistakes that oxlint finds with the plugin. */
export function lintedMistakes(folder: string): Mark[] {
  const entry = join(import.meta.dirname, '../../bin/plugin.js')
  const own = mkdtempSync(join(tmpdir(), 'action-audit-'))
  try {
    const config = join(own, 'oxlint.json')
    const levels = Object.fromEntries(rules.map(({ name }) => [`action-audit/${name}`, 'error']))
    const settings = { jsPlugins: [entry], plugins: [], categories: { correctness: 'off' }, rules: levels }
    writeFileSync(config, JSON.stringify(settings))
    const oxlint = join(dirname(createRequire(import.meta.url).resolve('oxlint/package.json')), 'bin/oxlint')
    const args = [oxlint, '--config', config, '--format', 'json', '--no-ignore', folder]
    const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' })
    if (!stdout) throw new Error(stderr)
    const { diagnostics } = reportSchema.parse(JSON.parse(stdout))
    return unique(
      diagnostics.map(({ code, filename, labels }) => {
        const rule = code.replace('action-audit(', '').replace(')', '')
        return `${filename.split('\\').join('/')}:${labels[0]?.span.line} ${rule}`
      }),
    )
  } finally {
    rmSync(own, { recursive: true })
  }
}

/** The mistakes that ESLint finds with the plugin. */
export async function eslintMistakes(folder: string): Promise<Mark[]> {
  const files = ['**/*.{ts,tsx}']
  const eslint = new ESLint({
    cwd: folder,
    overrideConfigFile: true,
    overrideConfig: [
      {
        files,
        languageOptions: babel,
        plugins: { 'action-audit': plugin },
        rules: Object.fromEntries(rules.map(({ name }) => [`action-audit/${name}`, 'error'])),
      },
    ],
  })
  const results = await eslint.lintFiles(files)
  return unique(
    results.flatMap(({ filePath, messages }) =>
      messages.map(({ line, ruleId }) => `${relative(folder, filePath)}:${line} ${ruleId?.split('/')[1]}`),
    ),
  )
}

function unique(marks: Mark[]): Mark[] {
  return [...new Set(marks)].toSorted()
}
