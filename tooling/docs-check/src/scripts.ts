import { z } from 'zod'
import { files, readFile } from './repository'

const manifestSchema = z.object({
  name: z.string(),
  scripts: z.record(z.string(), z.string()).default({}),
})

/** The names of the scripts of each package; '' is the root. */
export function scriptsByPackage(): Map<string, Set<string>> {
  return new Map(
    files
      .filter((file) => /^(?:(?:apps|packages|proof|tooling)\/[^/]+\/)?package\.json$/.test(file))
      .map((file) => {
        const { name, scripts } = manifestSchema.parse(JSON.parse(readFile(file)))
        return [file === 'package.json' ? '' : name, new Set(Object.keys(scripts))]
      }),
  )
}
