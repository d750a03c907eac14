/** Milliseconds after which a refusal is answered without being recorded. */
export const RECORD_DEADLINE = 1000
