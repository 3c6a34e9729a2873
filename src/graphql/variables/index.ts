export { type Coerced, VariableCoercer, type VariableValues } from './variable-coercer';
