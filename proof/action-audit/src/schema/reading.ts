import type { Project } from '../project/project'
import type { Value } from '../project/value'
import type { Shape } from './shape'

/** What the methods of a schema need of whoever reads it. */
export interface Reading {
  readonly project: Project
  read(value: Value, depth: number): Shape
  /** The fields of an object literal, and what is wrong with them. */
  fields(value: Value | undefined, depth: number): { fields: Map<string, Shape>; problems: string[] }
}
