import { type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql';

/**
 * Whether a field's selection, fragments included, holds a field of that name. Directives are not
 * looked at: use it to start a read early, never to leave one out.
 */
export function selectsField(info: GraphQLResolveInfo, name: string): boolean {
  const seen = new Set<string>();
  const holds = ({ selections }: SelectionSetNode): boolean =>
    selections.some((selection) => {
      if (selection.kind === Kind.FIELD) return selection.name.value === name;
      if (selection.kind === Kind.INLINE_FRAGMENT) return holds(selection.selectionSet);
      // A fragment that is spread many times is looked at once.
      const fragmentName = selection.name.value;
      if (seen.has(fragmentName)) return false;
      seen.add(fragmentName);
      const fragment = info.fragments[fragmentName];
      return fragment !== undefined && holds(fragment.selectionSet);
    });
  return info.fieldNodes.some(
    ({ selectionSet }) => selectionSet !== undefined && holds(selectionSet),
  );
}
