import type { Settings } from '../config/load-config'
import type { Project } from '../project/project'

/** All that a reader of source has to have at hand. */
export interface Sources {
  project: Project
  settings: Settings
}
