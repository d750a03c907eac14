import { hasControlGroup } from '@kit/attacks/app/environment'

/** Attacks the control group in sequence, if it is running. */
export const controlProjects = hasControlGroup()
  ? [{ name: 'control', testMatch: '**/*.control.ts', fullyParallel: false, workers: 1, retries: 0 }]
  : []
