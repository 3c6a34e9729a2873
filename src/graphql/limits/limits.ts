/** How much one operation may ask for. */
export interface OperationLimits {
  readonly maxDepth: number;
  readonly maxAliases: number;
  readonly maxDirectives: number;
  readonly maxTokens: number;
  /** Units: fields and objects that the answer could hold, by the pages' sizes. */
  readonly maxCost: number;
  /** Units: bytes of an answer's JSON. */
  readonly maxAnswerBytes: number;
}
