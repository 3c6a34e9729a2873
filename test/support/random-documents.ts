import {
  getNamedType,
  getNullableType,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isUnionType,
} from 'graphql';
import type { Random } from '../../bench/data/random';

/** A document that is valid but for what merged fields may contradict, with a request's variables. */
export interface RandomDocument {
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What a random document may hold. */
export interface DocumentTraits {
  readonly hasDirectives: boolean;
  /** Names that every JavaScript object has. */
  readonly hasOddNames: boolean;
  /** Values in the document, not only in variables. */
  readonly hasLiterals: boolean;
  readonly maxDepth: number;
}

/** Where texts and ids come from; anything else is drawn by its type. */
export interface TextPools {
  readonly ids: readonly string[];
  readonly texts: readonly string[];
}

/** Any traits, each as often present as not. */
export function drawTraits(random: Random): DocumentTraits {
  return {
    hasDirectives: random.between(0, 1) === 1,
    hasOddNames: random.between(0, 3) === 0,
    hasLiterals: random.between(0, 1) === 1,
    maxDepth: random.pick([1, 2, 2, 3, 3, 4]),
  };
}

/** Draws a query with fragments, aliases, merged fields, directives and variables. */
export function drawDocument(
  schema: GraphQLSchema,
  random: Random,
  traits: DocumentTraits,
  pools: TextPools,
): RandomDocument {
  return new DocumentDrawer(schema, random, traits, pools).draw();
}

interface Fragment {
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

const oddNames = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];
const plainNames = ['a', 'b', 'c_d', 'x1', 'node', 'data', 'name'];
const oddTexts = [
  '',
  '"quoted"\n',
  '${x}',
  '__MAGIC_NAN__57f286b9_4c20_487f_b409_79804ddcb4f8',
  'نص',
];

class DocumentDrawer {
  private readonly fragments: Fragment[] = [];
  private readonly aliases = new Map<string, string>();
  private readonly declarations = new Map<string, string>();
  private readonly typesOfVariables = new Map<string, string>();
  private readonly variables: Record<string, unknown> = {};

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly random: Random,
    private readonly traits: DocumentTraits,
    private readonly pools: TextPools,
  ) {}

  draw(): RandomDocument {
    const root = this.schema.getQueryType();
    if (root === null || root === undefined) throw new Error('The schema has no queries');
    const selection = this.drawSelection(root, this.traits.maxDepth);
    const declared = [...this.declarations.values()];
    const parameters = declared.length === 0 ? '' : `(${declared.join(', ')})`;
    const isNamed = this.happens(30);
    const name = isNamed ? (this.traits.hasOddNames ? 'constructor' : 'Drawn') : '';
    const other = isNamed && this.happens(30) ? ' query Other { other: __typename }' : '';
    const fragments = this.fragments.map(
      (fragment) => ` fragment ${fragment.name} on ${fragment.type} ${fragment.text}`,
    );
    return {
      query: `query ${name}${parameters} ${selection}${other}${fragments.join('')}`,
      operationName: isNamed ? name : undefined,
      variables: this.variables,
    };
  }

  private happens(percent: number): boolean {
    return this.random.between(1, 100) <= percent;
  }

  private drawSelection(type: GraphQLCompositeType, depth: number): string {
    const count = this.random.between(1, 3);
    const parts: string[] = [];
    for (let index = 0; index < count; index += 1) parts.push(this.drawPart(type, depth));
    return `{ ${parts.join(' ')} }`;
  }

  private drawPart(type: GraphQLCompositeType, depth: number): string {
    const kind = this.random.between(1, 100);
    if (kind <= 6) return `__typename${this.drawDirectives()}`;
    if (kind <= 20) return this.drawInlineFragment(type, depth);
    if (kind <= 36) return this.drawSpread(type, depth);
    if (kind <= 38 && type === this.schema.getQueryType()) return this.drawIntrospection();
    return this.drawField(type, depth);
  }

  private drawIntrospection(): string {
    const name = this.random.pick(['Article', 'Node', 'Nothing', 'MaqalCoerced']);
    return `__type(name: "${name}") { name kind fields { name } }`;
  }

  private drawInlineFragment(type: GraphQLCompositeType, depth: number): string {
    const condition = this.happens(30) ? null : this.drawApplicableType(type);
    const selection = this.drawSelection(condition ?? type, depth);
    return `...${condition === null ? '' : ` on ${condition.name}`}${this.drawDirectives()} ${selection}`;
  }

  /** A fragment is complete before it can be spread, so none spreads itself. */
  private drawSpread(type: GraphQLCompositeType, depth: number): string {
    const applicable = this.fragments.filter((fragment) => {
      const condition = this.schema.getType(fragment.type);
      return isCompositeType(condition) && this.canApply(condition, type);
    });
    if (applicable.length > 0 && this.happens(60)) {
      return `...${this.random.pick(applicable).name}${this.drawDirectives()}`;
    }
    if (this.fragments.length > 5) return `__typename${this.drawDirectives()}`;
    const condition = this.drawApplicableType(type);
    const text = this.drawSelection(condition, depth - 1);
    const [odd = 'F'] = oddNames.slice(this.fragments.length);
    const name = this.traits.hasOddNames ? odd : `F${this.fragments.length}`;
    const isTaken = this.fragments.some((fragment) => fragment.name === name);
    const own = isTaken ? `F${this.fragments.length}` : name;
    this.fragments.push({ name: own, type: condition.name, text });
    return `...${own}${this.drawDirectives()}`;
  }

  private drawApplicableType(type: GraphQLCompositeType): GraphQLCompositeType {
    return this.random.pick(listApplicable(this.schema, type));
  }

  private canApply(condition: GraphQLCompositeType, type: GraphQLCompositeType): boolean {
    return listApplicable(this.schema, type).includes(condition);
  }

  private drawField(type: GraphQLCompositeType, depth: number): string {
    if (isUnionType(type)) return '__typename';
    const fields = Object.values(type.getFields()).filter(
      (field) => depth > 0 || !isCompositeType(getNamedType(field.type)),
    );
    if (fields.length === 0) return '__typename';
    const field = this.random.pick(fields);
    const named = getNamedType(field.type);
    const sent = this.drawArguments(field.args);
    const head = `${this.drawResponseName(field, sent)}${sent}${this.drawDirectives()}`;
    return isCompositeType(named) ? `${head} ${this.drawSelection(named, depth - 1)}` : head;
  }

  /** One response name always stands for the same field with the same arguments. */
  private drawResponseName({ name, type }: GraphQLField<unknown, unknown>, sent: string): string {
    const meaning = `${name}${sent}${String(type)}`;
    const own = this.aliases.get(name);
    if (!this.happens(30) && (own === undefined || own === meaning)) {
      this.aliases.set(name, meaning);
      return name;
    }
    const wanted = this.random.pick(this.traits.hasOddNames ? oddNames : plainNames);
    const known = this.aliases.get(wanted);
    const alias = known === undefined || known === meaning ? wanted : `y${this.aliases.size}`;
    this.aliases.set(alias, meaning);
    return `${alias}: ${name}`;
  }

  private drawDirectives(): string {
    if (!this.traits.hasDirectives || !this.happens(30)) return '';
    const name = this.random.pick(['skip', 'include']);
    const other = name === 'skip' ? 'include' : 'skip';
    const second = this.happens(15) ? ` @${other}(if: ${this.drawFlag()})` : '';
    return ` @${name}(if: ${this.drawFlag()})${second}`;
  }

  private drawFlag(): string {
    if (this.happens(40)) return this.random.pick(['true', 'false']);
    const flag = this.random.pick(['true', 'false']);
    const [declared, value] = this.random.pick([
      ['Boolean!', flag === 'true'],
      [`Boolean = ${flag}`, undefined],
      [`Boolean! = ${flag}`, undefined],
      [`Boolean! = ${flag}`, flag === 'false'],
      [`Boolean = ${flag}`, this.happens(10) ? null : true],
    ] as const);
    return this.declare(declared, value);
  }

  private drawArguments(args: readonly (GraphQLArgument | GraphQLInputField)[]): string {
    const given = args.flatMap((argument) => {
      const isRequired = isNonNullType(argument.type) && argument.defaultValue === undefined;
      if (!isRequired && !this.happens(35)) return [];
      return [`${argument.name}: ${this.drawArgument(argument)}`];
    });
    return given.length === 0 ? '' : `(${given.join(', ')})`;
  }

  private drawArgument({ type, defaultValue, name }: GraphQLArgument | GraphQLInputField): string {
    if (this.traits.hasLiterals && this.happens(50)) return this.drawLiteral(name, type);
    return this.drawVariable(name, type, defaultValue !== undefined);
  }

  private drawVariable(name: string, type: GraphQLInputType, hasDefault: boolean): string {
    const nullable = getNullableType(type);
    const mayBeNullable = !isNonNullType(type) || hasDefault;
    const kind = this.random.between(1, 100);
    if (kind <= 20 && this.canBeWritten(nullable)) {
      const initial = this.drawLiteral(name, nullable, true);
      const bang = this.happens(40) ? '!' : '';
      const value = this.happens(50) ? undefined : this.drawValue(name, nullable);
      return this.declare(`${String(nullable)}${bang} = ${initial}`, value);
    }
    if (kind <= 55 || !mayBeNullable) {
      return this.declare(`${String(nullable)}!`, this.drawValue(name, nullable));
    }
    // Null where an argument with a default may not be is an error of the field.
    if (this.happens(50)) return this.declare(String(nullable), undefined);
    const value = this.happens(50) ? null : this.drawValue(name, nullable);
    return this.declare(String(nullable), value);
  }

  private canBeWritten(type: GraphQLInputType): boolean {
    return this.traits.hasLiterals || isEnumType(type) || ['Int', 'Boolean'].includes(String(type));
  }

  private declare(declared: string, value: unknown): string {
    const same = [...this.typesOfVariables].filter(([, known]) => known === declared);
    const [name] = same.length > 0 && this.happens(30) ? this.random.pick(same) : [undefined];
    if (name !== undefined) return `$${name}`;
    const count = this.declarations.size;
    const own = (this.traits.hasOddNames ? oddNames[count] : undefined) ?? `v${count}`;
    this.declarations.set(own, `$${own}: ${declared}`);
    this.typesOfVariables.set(own, declared);
    if (value !== undefined) {
      const place = { value, enumerable: true, configurable: true, writable: true };
      Object.defineProperty(this.variables, own, place);
    }
    return `$${own}`;
  }

  private drawLiteral(name: string, declared: GraphQLInputType, isConstant = false): string {
    if (!isNonNullType(declared) && !isConstant && this.happens(8)) return 'null';
    const type = getNullableType(declared);
    if (isListType(type)) {
      const items = Array.from({ length: this.random.between(0, 3) }, () =>
        this.drawNested(name, type.ofType, isConstant),
      );
      return `[${items.join(', ')}]`;
    }
    if (isEnumType(type)) return this.random.pick(type.getValues()).name;
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).flatMap((field) => {
        const isRequired = isNonNullType(field.type) && field.defaultValue === undefined;
        if (!isRequired && !this.happens(40)) return [];
        return [`${field.name}: ${this.drawNested(field.name, field.type, isConstant)}`];
      });
      return `{ ${fields.join(', ')} }`;
    }
    return JSON.stringify(this.drawValue(name, type));
  }

  private drawNested(name: string, type: GraphQLInputType, isConstant: boolean): string {
    if (isConstant || this.happens(70)) return this.drawLiteral(name, type, isConstant);
    return this.drawVariable(name, type, false);
  }

  private drawValue(name: string, declared: GraphQLInputType): unknown {
    const type = getNullableType(declared);
    if (isListType(type)) {
      if (this.happens(15)) return this.drawValue(name, type.ofType);
      const length = this.random.between(0, 3);
      return Array.from({ length }, () => this.drawValue(name, type.ofType));
    }
    if (isEnumType(type)) return this.random.pick(type.getValues()).name;
    if (isInputObjectType(type)) {
      const entries = Object.values(type.getFields()).flatMap((field) => {
        const isRequired = isNonNullType(field.type) && field.defaultValue === undefined;
        if (!isRequired && !this.happens(40)) return [];
        const isNull = !isNonNullType(field.type) && this.happens(15);
        return [[field.name, isNull ? null : this.drawValue(field.name, field.type)] as const];
      });
      return Object.fromEntries(entries);
    }
    return this.drawScalar(name, type.name);
  }

  private drawScalar(name: string, typeName: string): unknown {
    switch (typeName) {
      case 'Int':
        return this.random.pick([0, 1, 2, 3, 5, 20, -1]);
      case 'Float':
        return this.random.pick([0, 0.5, 1]);
      case 'Boolean':
        return this.happens(50);
      case 'ID':
        return this.random.pick(this.pools.ids);
      case 'DateTime':
        return this.random.pick(['2020-01-01T00:00:00Z', '2030-01-01T00:00:00.5Z']);
      case 'Locale':
        return this.random.pick(['ar', 'en', 'ar-EG']);
      case 'URL':
        return 'https://example.org/';
      case 'EmailAddress':
        return 'reader@example.org';
      default: {
        const isCursor = name === 'after' || name === 'before';
        return this.random.pick(isCursor ? ['', 'cursor'] : [...oddTexts, ...this.pools.texts]);
      }
    }
  }
}

const applicable = new WeakMap<GraphQLCompositeType, readonly GraphQLCompositeType[]>();

/** The types that a fragment may be on where an object of the given type stands. */
function listApplicable(
  schema: GraphQLSchema,
  type: GraphQLCompositeType,
): readonly GraphQLCompositeType[] {
  const known = applicable.get(type);
  if (known !== undefined) return known;
  const namesOf = (one: GraphQLCompositeType) =>
    isAbstractType(one) ? schema.getPossibleTypes(one).map(({ name }) => name) : [one.name];
  const own = namesOf(type);
  const found = Object.values(schema.getTypeMap())
    .filter(isCompositeType)
    .filter((one) => !one.name.startsWith('__') && namesOf(one).some((name) => own.includes(name)));
  applicable.set(type, found);
  return found;
}
