import { Field, ID, InterfaceType } from 'type-graphql';

/** An object that can be fetched again by its id. */
@InterfaceType({
  description:
    'An object that can be fetched again, with `node` or `nodes`, by its globally unique, opaque id.',
})
export abstract class Node {
  @Field(() => ID, {
    description:
      'Globally unique id: a TypeID, time-ordered and URL-safe, whose prefix names the type, e.g. `"article_01j03cqd00fgqbrcr42gqh0k5v"`. Treat it as opaque.',
    simple: true,
  })
  id!: string;
}

/** How one type of object is fetched by id. */
export interface NodeSource<Scope> {
  /** The prefix of the type's ids, such as `article`. */
  readonly idPrefix: string;
  /** The object; null where there is none that the viewer may see. */
  load(scope: Scope, id: string): Promise<Node | null>;
}
