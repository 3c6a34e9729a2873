import type { ExecutionResult, GraphQLError } from 'graphql';
import type { ExecutionTurns } from './execution-turns';
import { LiveStream } from './live-stream';
import { LiveAnswer, type LiveConnection } from './waiting-answers';

/** What a group needs. */
export interface LiveGroupDependencies {
  readonly source: AsyncIterator<unknown>;
  readonly execute: (event: unknown) => Promise<ExecutionResult>;
  /** Units: points of one execution, which the members share. */
  readonly points: number;
  readonly turns: ExecutionTurns;
  /** The error of a member that is ended: its points are used up, or the source failed. */
  readonly describe: (error: unknown) => GraphQLError;
  /** Called once, when nobody is left or the source is at its end. */
  readonly onEnd: () => void;
}

/**
 * All subscribers of the same with the same rights: each event is executed once for all of them,
 * and all are sent the same bytes.
 */
export class LiveGroup {
  private readonly members = new Set<LiveStream>();
  private isLeft = false;

  constructor(private readonly dependencies: LiveGroupDependencies) {}

  get size(): number {
    return this.members.size;
  }

  /** Whether nobody can join any more, since the last one has left. */
  get isOver(): boolean {
    return this.isLeft;
  }

  /** Adds a subscriber. `consume` gets its share of the points of each execution. */
  join(
    connection: LiveConnection,
    consume: (points: number) => void,
    onLeave: () => void,
  ): LiveStream {
    const member = new LiveStream(connection, consume, () => {
      this.members.delete(member);
      onLeave();
      if (this.members.size > 0) return;
      this.isLeft = true;
      // The source ends with its last reader, and the run below with the source.
      void this.dependencies.source.return?.();
    });
    this.members.add(member);
    return member;
  }

  /** Hands out answers until the source ends. Errors: none; the members end with the source. */
  async run(): Promise<void> {
    const { source, turns, points, describe, onEnd } = this.dependencies;
    try {
      for (let next = await source.next(); next.done !== true; next = await source.next()) {
        const event: unknown = next.value;
        await turns.run(points, () => this.answer(event));
      }
      this.end();
    } catch (error) {
      const failure = describe(error);
      for (const member of [...this.members]) member.end(failure);
    } finally {
      this.isLeft = true;
      onEnd();
    }
  }

  /** Ends every member's stream after what waits for it. */
  end(): void {
    for (const member of [...this.members]) member.end();
  }

  private async answer(event: unknown): Promise<void> {
    this.consume();
    if (this.members.size === 0) return;
    const answer = new LiveAnswer(JSON.stringify(await this.dependencies.execute(event)));
    for (const member of [...this.members]) member.push(answer);
  }

  /** Ends the members that have no points left for their share. */
  private consume(): void {
    const share = this.dependencies.points / this.members.size;
    for (const member of [...this.members]) {
      try {
        member.consume(share);
      } catch (error) {
        member.end(this.dependencies.describe(error));
      }
    }
  }
}
