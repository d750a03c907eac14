import parser from '@babel/eslint-parser'

/** How ESLint reads TypeScript here: typescript-eslint does not take the TypeScript that builds this repository. */
export const babel = {
  parser,
  parserOptions: {
    requireConfigFile: false,
    babelOptions: { configFile: false, babelrc: false, parserOpts: { plugins: ['typescript', 'jsx'] } },
  },
}
