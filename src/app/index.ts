export { type App, type AppParts, createApp } from './create-app';
export { createSchema } from './create-schema';
export { type Content, openContent } from './open-content';
export { type FileReport, importFile } from './import-files';
export { runUntilStopped } from './run-until-stopped';
export { seedIfEmpty } from './seed-if-empty';
export { createStaffScope } from './staff-scope';
