/** Attacks the control group in sequence, if it is running. */
export const controlProjects = process.env.UNGUARDED_URL
  ? [{ name: 'control', testMatch: '**/*.control.ts', fullyParallel: false, workers: 1, retries: 0 }]
  : []
