/** The limit for the median of a figure. */
export type Limit = { atLeast: number } | { atMost: number }

/** What `pnpm bench --check` requires. Throughput is a ratio to the bare Next app in `baseline/`, on the same machine. */
export const budget = {
  createTask: { atLeast: 0.4 },
  createTaskCrowded: { atLeast: 0.4 },
  createTaskSlowest: { atMost: 2 },
  taskList: { atLeast: 0.25 },
  taskListCrowded: { atLeast: 0.25 },
  settings: { atLeast: 0.45 },
  account: { atLeast: 0.5 },
  contact: { atLeast: 0.8 },
  signIn: { atLeast: 0.8 },
  landing: { atLeast: 0.9 },
  /** In KB. */
  listHtml: { atMost: 70 },
  listHtmlGzip: { atMost: 10 },
  statementsOfWrite: { atMost: 5 },
  statementsOfPage: { atMost: 4 },
  /** In MB. */
  memory: { atMost: 320 },
  /** The second half of the requests adds at most a tenth. */
  memoryGrowth: { atMost: 1.1 },
  javascriptOfSignIn: { atMost: 1.2 },
  javascriptOfLanding: { atMost: 1.1 },
  javascriptOfTaskList: { atMost: 1.4 },
  dev: { atMost: 2.5 },
  build: { atMost: 3.5 },
  growth: { atMost: 1.3 },
  growthOfSearch: { atMost: 3 },
  /** In milliseconds, except the layout shift. */
  largestPaint: { atMost: 2500 },
  layoutShift: { atMost: 0.02 },
  interaction: { atMost: 200 },
} as const satisfies Record<string, Limit>
