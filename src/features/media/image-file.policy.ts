import { includesRole, Role, type Viewer } from '../../platform/request';

/** Whether a viewer may see files themselves: what they say, where they are used, their bytes. */
export function canSeeFiles({ role }: Viewer): boolean {
  return includesRole(role, Role.EDITOR);
}
