export { default } from '../../../baseline/src/app/layout'
