import { ViewerDocument } from '../../../examples/generated/operations';
import { Role } from '../../../src/platform/request';
import { ask } from '../ask';
import type { TestApp } from '../start-app';
import { withToken } from '../tokens';

/** A token's whole life. */
export async function exerciseAccess(service: TestApp): Promise<void> {
  const { tokens } = service.app.access;
  const { secret, token } = await tokens.create({ role: Role.EDITOR, name: 'a', expiresAt: null });
  await ask(service, ViewerDocument, {}, withToken(secret));
  await tokens.noteUse(token.id);
  await tokens.list();
  await tokens.listUsableIds([token.id]);
  await tokens.revoke('a');
}
