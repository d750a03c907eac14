/** The parts that show the starter to visitors, which no product needs. The command derives from these lists. */

/** Whole files and folders. */
const files: readonly RegExp[] = [
  /^apps\/unguarded\//,
  /^apps\/web\/e2e\/(?:lab|control)\//,
  /^apps\/web\/src\/(?:app|features)\/lab\//,
  /^apps\/web\/src\/components\/landing\//,
  /^proof\/attacks\/src\/engine\/lessons\.ts$/,
  /^proof\/action-audit\/src\/control-group\.test\.ts$/,
  /^tooling\/launcher\/src\/(?:.+\/)?(?:dev-unguarded|unguarded|loopback-only|(?:dev-|lazy-)?control-group|lab-data)(?:\.test)?\.ts$/,
  /^tooling\/kit\/src\/eject/,
  /^tooling\/kit\/templates\//,
  /^docs\/images\//,
  /^docs\/decisions\/\d+-eject\.md$/,
]

/** Declarations in files that stay. */
export const declarations: readonly string[] = [
  'ControlGroup',
  'closedLab',
  'controlGroup',
  'hasControlGroup',
  'offerControlGroup',
  'startClosedLab',
  'startControlGroup',
  'startDevControlGroup',
  'writeLabData',
]

/** Settings, scripts, paths, policies, test titles and this command, as strings or property names. */
const terms =
  /^eject$|^the showroom |^\/lab(?:\/.*)?$|^lab(?:[.:].*)?$|^LAB$|^CLOSED_LAB_URL$|^UNGUARDED_|^(?:dev:unguarded|build:(?:unguarded|lab))$|apps\/unguarded|(?:e2e|features)\/lab\//

/** Text that must not remain in any file. */
export const leftover =
  /features\/lab(?![\w-])|e2e\/(?:lab|control)\/|apps\\?\/unguarded|UNGUARDED_|\bLAB\b|CLOSED_LAB|labIsOpen|(?:dev|build):(?:unguarded|lab)/

/** Replaced texts. */
export const replacements: readonly (readonly [text: string, other: string])[] = [
  ["'build:lab'", "'build'"],
  [String.raw`|^apps\/unguarded\/`, ''],
]

/** How documents mention it. */
export const prose = /\b(?:the lab|the showroom|control group|\d+-eject\.md)/i

export const isShowroom = (path: string): boolean => files.some((file) => file.test(path))

export const isTerm = (text: string): boolean => terms.test(text)
