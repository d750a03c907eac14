import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Makes a script for each unpacked program, in `bin`, that starts it with its own C library instead of the system's. */
export async function withOwnLibraries(programs: string, folder: string): Promise<boolean> {
  const libraries = 'root/usr/lib'
  const found = await Promise.all(
    (await readdir(join(folder, libraries))).map(async (name) => {
      const files = await readdir(join(folder, libraries, name)).catch(() => [])
      return files.filter((file) => /^ld-linux[^/]*\.so\.\d+$/.test(file)).map((file) => ({ name, file }))
    }),
  )
  const [loader] = found.flat()
  if (!loader) return false
  const own = `$\{0%/*}/../${libraries}`
  await mkdir(join(folder, 'bin'))
  for (const program of await readdir(join(folder, libraries, programs))) {
    // pg_dumpall looks for pg_dump next to itself, and has to find the script there.
    const script = `#!/bin/sh
here="${own}"
exec "$here/${loader.name}/${loader.file}" --library-path "$here/${loader.name}" --argv0 "$0" "$here/${programs}/${program}" "$@"
`
    await writeFile(join(folder, 'bin', program), script, { mode: 0o755 })
  }
  return true
}
