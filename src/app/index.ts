export { type App, type AppDependencies, createApp } from './create-app';
