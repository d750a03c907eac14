import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { execa } from 'execa'

/** Newer Debian releases, oldest first, by the names that every mirror uses. */
const SUITES = ['stable', 'testing', 'unstable']

/** The URL of the Debian mirror that this machine uses. */
export async function debianMirror(): Promise<string | undefined> {
  const system = await readFile('/etc/os-release', 'utf8').catch(() => '')
  if (!/^ID=debian$/m.test(system)) return undefined
  const codename = /^VERSION_CODENAME=(\w+)$/m.exec(system)?.[1] ?? ''
  const format = '$(REPO_URI) $(RELEASE)'
  const filters = ['Created-By: Packages', 'Component: main']
  const { stdout = '' } = await execa('apt-get', ['indextargets', '--format', format, ...filters], {
    reject: false,
  })
  const targets = stdout.split('\n').map((line) => line.split(' '))
  return targets.find(([, release = '']) => [codename, ...SUITES].includes(release))?.[0]
}

/** Unpacks a package and everything it needs, down to the C library, into `root`, from the first release that has it. */
export async function unpackNewer(name: string, mirror: string, folder: string): Promise<boolean> {
  for (const suite of SUITES) {
    const apt = await aptIn(join(folder, 'apt'), `deb ${mirror} ${suite} main\n`)
    await apt('update')
    const { failed } = await apt('install', '--download-only', '--yes', name)
    if (failed) continue
    const archives = join(folder, 'apt/cache/archives')
    for (const archive of (await readdir(archives)).filter((each) => each.endsWith('.deb')))
      await execa('dpkg-deb', ['--extract', join(archives, archive), join(folder, 'root')])
    await rm(join(folder, 'apt'), { recursive: true })
    return true
  }
  return false
}

/** `apt-get` with its own sources, in a folder, and without installed packages. */
async function aptIn(folder: string, sources: string) {
  await rm(folder, { recursive: true, force: true })
  for (const name of ['sources', 'lists/partial', 'cache/archives/partial'])
    await mkdir(join(folder, name), { recursive: true })
  await writeFile(join(folder, 'sources/newer.list'), sources)
  await writeFile(join(folder, 'status'), '')
  const options = {
    'Dir::Etc::SourceList': '/dev/null',
    'Dir::Etc::SourceParts': join(folder, 'sources'),
    'Dir::State::Lists': join(folder, 'lists'),
    'Dir::State::Status': join(folder, 'status'),
    'Dir::Cache': join(folder, 'cache'),
    'APT::Install-Recommends': 'false',
    'Acquire::Retries': '2',
  }
  const settings = Object.entries(options).flatMap(([name, value]) => ['-o', `${name}=${value}`])
  return (...args: string[]) => execa('apt-get', [...settings, ...args], { reject: false, timeout: 180_000 })
}
