/** Attacks the control group, one attack at a time, when one is running. */
export const controlProjects = process.env.UNGUARDED_URL
  ? [{ name: 'control', testMatch: '**/*.control.ts', fullyParallel: false, workers: 1, retries: 0 }]
  : []
