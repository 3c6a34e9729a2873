export { createExecutor, type Execution, type Executor } from './create-executor';
export { createExecutorPlugin, type PresentErrors } from './executor.plugin';
