export { default } from '../baseline/next.config'
