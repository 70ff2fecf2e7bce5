export { useActiveTime } from './use-active-time';
export { forgetTimesCommand } from './forget-times';
export { useTimes } from './use-times';
