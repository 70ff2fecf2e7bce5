// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { onAnyTopic, onTopic } from '@renderer/bridge/client';
import { installFakeBridge } from '../../../support/fake-bridge';

test('has one copy of an event made for all who listen, and none once nobody does', () => {
  const bridge = installFakeBridge({});
  const heard: string[] = [];
  const stops = [
    onTopic('library.changed', () => heard.push('library')),
    onTopic('key.changed', () => heard.push('key')),
    onAnyTopic(({ topic }) => heard.push(`any ${topic}`)),
  ];
  expect(bridge.listenerCount()).toBe(1);
  bridge.emit({ topic: 'library.changed', payload: {} });
  expect(heard).toEqual(['library', 'any library.changed']);
  for (const stop of stops) stop();
  expect(bridge.listenerCount()).toBe(0);
});

test('does not tell a listener what comes after it went away, even within the same event', () => {
  const bridge = installFakeBridge({});
  const heard: string[] = [];
  const stop = onTopic('key.changed', () => heard.push('second'));
  onTopic('key.changed', () => heard.push('third'));
  stop();
  let stopLast = (): void => undefined;
  onTopic('key.changed', () => {
    stopLast();
  });
  stopLast = onTopic('key.changed', () => heard.push('last'));
  bridge.emit({ topic: 'key.changed', payload: {} });
  expect(heard).toEqual(['third']);
});
