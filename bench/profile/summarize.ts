import { type CpuProfile, countSamples, type ProfileNode, type Stretch } from './read-profile';

/** A share of the samples in which the main thread did something, from 0 to 1. */
export type Shares = readonly (readonly [name: string, share: number])[];

/** Where the time went; shares are of the samples in which JavaScript, or what it called, ran. */
export interface ProfileSummary {
  /**
   * Of all samples those outside JavaScript, from 0 to 1: the event loop's own work, the driver's
   * callbacks before they reach JavaScript, and waiting for a turn on the core.
   */
  readonly outsideShare: number;
  /** By package, room of the service, or part of Node: what ran itself. */
  readonly selfByModule: Shares;
  /** The same, with all that it called. */
  readonly inclusiveByModule: Shares;
  /** By function: what ran itself. */
  readonly selfByFunction: Shares;
}

const native = 'native';

const outside = '(program)';
/** Frames that stand for no work. */
const idle = new Set(['(idle)', '(root)', outside]);

/** Sums a profile's samples within a stretch of time. */
export function summarize(profile: CpuProfile, stretch: Stretch): ProfileSummary {
  const samples = countSamples(profile, stretch);
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  const parents = new Map<number, number>();
  for (const { id, children = [] } of profile.nodes) {
    for (const child of children) parents.set(child, id);
  }
  const self = new Map<string, number>();
  const inclusive = new Map<string, number>();
  const functions = new Map<string, number>();
  let [total, outsideTotal] = [0, 0];
  for (const [id, count] of samples) {
    const node = nodes.get(id);
    if (node?.callFrame.functionName === outside) outsideTotal += count;
    if (node === undefined || idle.has(node.callFrame.functionName)) continue;
    total += count;
    const modules = listModules(id, nodes, parents);
    add(self, modules[0] ?? native, count);
    add(functions, functionOf(node), count);
    for (const module of new Set(modules)) add(inclusive, module, count);
  }
  return {
    outsideShare: outsideTotal / (total + outsideTotal),
    selfByModule: toShares(self, total),
    inclusiveByModule: toShares(inclusive, total),
    selfByFunction: toShares(functions, total),
  };
}

/** The modules on the stack, innermost first; native code belongs to whoever called it. */
function listModules(
  id: number,
  nodes: ReadonlyMap<number, ProfileNode>,
  parents: ReadonlyMap<number, number>,
): string[] {
  const modules: string[] = [];
  for (let at: number | undefined = id; at !== undefined; at = parents.get(at)) {
    const node = nodes.get(at);
    if (node === undefined || idle.has(node.callFrame.functionName)) continue;
    const module = moduleOf(node);
    if (module !== native) modules.push(module);
  }
  return modules;
}

/** `graphql/execution`, `maqal/features/comment`, `node:http`, `(garbage collector)`. */
function moduleOf({ callFrame: { url, functionName } }: ProfileNode): string {
  const packaged = /.*node_modules\/(?!\.cache)((?:@[^/]+\/)?[^/]+)\/(.*)$/.exec(url);
  if (packaged !== null) {
    const [, name = '', path = ''] = packaged;
    const [folder = ''] = path.split('/');
    return name === 'graphql' && path.includes('/') ? `graphql/${folder}` : name;
  }
  const own = /\/dist\/(.*)\/[^/]+\.js$/.exec(url)?.[1];
  if (own !== undefined) return `maqal/${own.split('/').slice(0, 2).join('/')}`;
  if (url.startsWith('node:'))
    return `node:${
      url
        .slice(5)
        .replace(/^internal\//, '')
        .split('/')[0] ?? ''
    }`;
  return url === '' ? nativeName(functionName) : url;
}

/** Native code has no file: the engine's own phases by name, the rest together. */
function nativeName(functionName: string): string {
  return functionName.startsWith('(') ? functionName : native;
}

function functionOf(node: ProfileNode): string {
  const { functionName, url, lineNumber } = node.callFrame;
  const file = url.split('/').slice(-2).join('/');
  const place = file === '' ? '' : `  ${file}:${lineNumber + 1}`;
  return `${functionName === '' ? '(anonymous)' : functionName}${place}`;
}

function add(counts: Map<string, number>, name: string, count: number): void {
  counts.set(name, (counts.get(name) ?? 0) + count);
}

function toShares(counts: ReadonlyMap<string, number>, total: number): Shares {
  return [...counts]
    .map(([name, count]) => [name, count / total] as const)
    .sort(([, one], [, other]) => other - one);
}
