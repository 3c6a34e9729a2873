export { type App, type AppParts, createApp } from './create-app';
export { type FileReport, importFile } from './import-files';
export { runUntilStopped } from './run-until-stopped';
export { createStaffScope } from './staff-scope';
