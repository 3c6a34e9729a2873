import { ArgsType, type ClassType, Field, Int, ObjectType, Root } from 'type-graphql';
import { defaultPageSize } from '../database/paging';
import { PageInfo } from './page-info';

/** Relay's four arguments. */
@ArgsType()
export class ConnectionArgs {
  @Field(() => Int, {
    nullable: true,
    description: 'How many from the start, 0 to 100; 20 where neither `first` nor `last` is sent.',
  })
  first?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Only what comes after this cursor: a `cursor` or `endCursor` of the same list.',
  })
  after?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many from the end, 0 to 100; excludes `first`.',
  })
  last?: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Only what comes before this cursor: a `cursor` or `startCursor` of the same list.',
  })
  before?: string | null;
}

/** What is counted only when somebody asks, so a method and no property. */
interface Countable {
  totalCount(): number | Promise<number>;
}

/** The two classes of a connection over one node type. */
export interface ConnectionTypes {
  readonly edge: ClassType;
  readonly connection: ClassType;
}

/**
 * Declares `NameEdge` and `NameConnection`, as the Relay specification has them, for `Page` objects.
 * Shape: `listed` says what the list holds, in the plural, for the descriptions.
 */
export function createConnectionTypes(
  name: string,
  node: ClassType,
  listed: string,
): ConnectionTypes {
  @ObjectType(`${name}Edge`, {
    description: `One of the ${listed} with its place in the list.`,
    simpleResolvers: true,
  })
  class Edge {
    @Field(() => node, { description: 'The object itself.' })
    node!: object;

    @Field(() => String, {
      description: 'The place in the list, for `after` and `before`. Opaque: keep it as it is.',
    })
    cursor!: string;
  }

  @ObjectType(`${name}Connection`, {
    description: `A page of ${listed} (Relay cursor connections).`,
    simpleResolvers: true,
  })
  class Connection {
    @Field(() => [Edge], { description: 'The page, each object with its cursor.' })
    edges!: readonly Edge[];

    @Field(() => [node], { description: 'The page without cursors, for the usual case.' })
    nodes!: readonly object[];

    @Field(() => PageInfo, { description: 'Whether there is more, and where this page ends.' })
    pageInfo!: PageInfo;

    @Field(() => Int, {
      description: 'How many there are in the whole list. Counted only when asked for.',
    })
    totalCount(@Root() page: Countable): number | Promise<number> {
      return page.totalCount();
    }
  }

  return { edge: Edge, connection: Connection };
}

/**
 * What a connection's field costs: what one object costs, as often as the page is long.
 * Shape: a negative size costs as an empty page does, so that it pays for no other field; it is
 * refused when the page is read.
 */
export function pageComplexity({
  args,
  childComplexity,
}: {
  args: ConnectionArgs;
  childComplexity: number;
}): number {
  return 1 + childComplexity * Math.max(0, args.first ?? args.last ?? defaultPageSize);
}
