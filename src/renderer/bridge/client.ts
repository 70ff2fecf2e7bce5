import type { Bridge } from '@shared/contract/bridge';
import type { ErrorCode, ErrorReport, Result } from '@shared/contract/errors';
import type { ChosenFile } from '@shared/contract/file';
import type { RouteInput, RouteName, RouteOutput } from '@shared/contract/routes';
import type { ChangeEvent, TopicName, Topics } from '@shared/contract/topics';

declare global {
  interface Window {
    /** Given by the preload script: the only way out of the page. */
    readonly referee: Bridge;
  }
}

/** A request that was refused or failed. `message` is the sentence for a person: show it where the gesture was made. */
export class RequestError extends Error {
  readonly code: ErrorCode;
  readonly detail: string | null;

  constructor(report: ErrorReport) {
    super(report.message);
    this.name = 'RequestError';
    this.code = report.code;
    this.detail = report.detail;
  }
}

/** Whatever was thrown, as a {@link RequestError}, so that a screen has one thing to show. */
export function toRequestError(thrown: unknown): RequestError {
  if (thrown instanceof RequestError) return thrown;
  const detail = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
  return new RequestError({
    code: 'INTERNAL',
    message: 'Referee met a fault of its own. Nothing was changed.',
    detail,
  });
}

/** Makes a request. Never rejects: a refusal is a result. */
export async function requestResult<Name extends RouteName>(
  name: Name,
  input: RouteInput<Name>,
): Promise<Result<RouteOutput<Name>>> {
  return (await window.referee.request(name, input)) as Result<RouteOutput<Name>>;
}

/**
 * Makes a request and answers its value.
 *
 * @throws RequestError when it was refused or failed
 */
export async function request<Name extends RouteName>(
  name: Name,
  input: RouteInput<Name>,
): Promise<RouteOutput<Name>> {
  const result = await requestResult(name, input);
  if (!result.ok) throw new RequestError(result.error);
  return result.value;
}

/** Hears one topic until the returned function is called. */
export function onTopic<Name extends TopicName>(
  topic: Name,
  listener: (payload: Topics[Name]) => void,
): () => void {
  return onAnyTopic((event) => {
    if (event.topic === topic) listener(event.payload as Topics[Name]);
  });
}

/**
 * Hears every topic until the returned function is called. The bridge copies each event for each of its own listeners, and
 * that of an import that ends is large: all of ours share one copy, which nobody may change.
 */
export function onAnyTopic(listener: (event: ChangeEvent) => void): () => void {
  const bridge = window.referee;
  const hub = hubs.get(bridge) ?? openHub(bridge);
  hub.listeners.add(listener);
  return () => {
    hub.listeners.delete(listener);
    if (hub.listeners.size > 0 || hubs.get(bridge) !== hub) return;
    hubs.delete(bridge);
    hub.close();
  };
}

/** The listeners of the page, and an end to their one subscription. */
interface Hub {
  readonly listeners: Set<(event: ChangeEvent) => void>;
  close(): void;
}

const hubs = new WeakMap<Bridge, Hub>();

function openHub(bridge: Bridge): Hub {
  const listeners = new Set<(event: ChangeEvent) => void>();
  const close = bridge.subscribe((event) => {
    // A copy: a listener may go away, or come, while it hears.
    for (const hear of Array.from(listeners)) if (listeners.has(hear)) hear(event);
  });
  const hub = { listeners, close };
  hubs.set(bridge, hub);
  return hub;
}

/** Hands dropped files to the main process, which answers a token for each file that is one. */
export async function offerFiles(files: readonly File[]): Promise<readonly ChosenFile[]> {
  return await window.referee.offerFiles(files);
}
