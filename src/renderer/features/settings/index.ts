export { SettingsSheet } from './SettingsSheet';
