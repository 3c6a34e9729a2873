export { createCostPlugin } from './cost.plugin';
export type { OperationLimits } from './limits';
export { createShapeRules } from './shape-rules';
export { describeTokenExcess } from './token-limit';
