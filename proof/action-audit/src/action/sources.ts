import type { Settings } from '../config/load-config'
import type { Project } from '../project/project'

/** What is needed to analyze source. */
export interface Sources {
  project: Project
  settings: Settings
}
