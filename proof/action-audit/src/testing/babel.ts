import parser from '@babel/eslint-parser'

/** Parses TypeScript for ESLint, because typescript-eslint doesn't support this repository's TypeScript version. */
export const babel = {
  parser,
  parserOptions: {
    requireConfigFile: false,
    babelOptions: { configFile: false, babelrc: false, parserOpts: { plugins: ['typescript', 'jsx'] } },
  },
}
