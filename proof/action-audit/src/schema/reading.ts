import type { Project } from '../project/project'
import type { Value } from '../project/value'
import type { Shape } from './shape'

/** What reading a schema's methods requires. */
export interface Reading {
  readonly project: Project
  read(value: Value, depth: number): Shape
  /** The fields of an object literal and their problems. */
  fields(value: Value | undefined, depth: number): { fields: Map<string, Shape>; problems: string[] }
}
