export { type App, type AppParts, createApp } from './create-app';
