/** The most code points of a search. */
export const SEARCH_LENGTH = 200
