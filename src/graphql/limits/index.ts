export { describeAnswerExcess, fitsInto } from './answer-size';
export { createAnswerSizePlugin } from './answer-size.plugin';
export { createCostPlugin } from './cost.plugin';
export { limitLineBreaks, maxLineBreaks } from './line-breaks';
export type { OperationLimits } from './limits';
export { computeCost, refuseCost } from './operation-cost';
export { createShapeRules } from './shape-rules';
export { describeTokenExcess } from './token-limit';
