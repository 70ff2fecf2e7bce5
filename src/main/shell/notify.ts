import { Notification } from 'electron';

/** What a notification says, and what a press on it does. */
export interface Notice {
  readonly title: string;
  readonly text: string;
  readonly onPress: () => void;
}

/** Those on show: one that nothing holds is collected, and its press is lost. */
const shown = new Set<Notification>();

/** Shows a notification of the system's, where there is such a thing. */
export function notify({ title, text, onPress }: Notice): void {
  if (!Notification.isSupported()) return;
  const notification = new Notification({ title, body: text });
  const forget = (): void => {
    shown.delete(notification);
  };
  shown.add(notification);
  notification.on('click', () => {
    forget();
    onPress();
  });
  notification.on('close', forget);
  notification.on('failed', forget);
  notification.show();
}
