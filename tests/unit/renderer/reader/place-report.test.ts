import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_LAYOUT } from '@renderer/reader/engine/layout';
import { createReaderStore } from '@renderer/reader/reader-store';
import { createPlaceReport } from '@renderer/reader/use-place-report';

const at = (top: number) => ({ page: 2, top, left: 0 });

describe('the place report', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  const start = () => {
    const tops: number[] = [];
    const report = createPlaceReport(createReaderStore(), (place) => tops.push(place.top));
    return { tops, report };
  };

  it('does not tell the place that was just restored', () => {
    const { tops, report } = start();
    report.moved(at(700), DEFAULT_LAYOUT);
    report.moved(at(512), DEFAULT_LAYOUT);
    report.arrived(2);
    report.moved(at(512.4), DEFAULT_LAYOUT);
    vi.advanceTimersByTime(5_000);
    report.flush();
    expect(tops).toEqual([]);
  });

  it('tells of a page that was gone to before the first page was painted', () => {
    const { tops, report } = start();
    report.moved(at(700), DEFAULT_LAYOUT);
    report.arrived(1);
    vi.advanceTimersByTime(1_000);
    expect(tops).toEqual([700]);
  });

  it('tells a movement once, when it has come to rest', () => {
    const { tops, report } = start();
    report.moved(at(700), DEFAULT_LAYOUT);
    report.arrived(2);
    for (let top = 690; top >= 600; top -= 10) {
      report.moved(at(top), DEFAULT_LAYOUT);
      vi.advanceTimersByTime(50);
    }
    expect(tops).toEqual([]);
    vi.advanceTimersByTime(1_000);
    expect(tops).toEqual([600]);
  });

  it('tells at once what is pending when the reader closes, and only that', () => {
    const { tops, report } = start();
    report.moved(at(700), DEFAULT_LAYOUT);
    report.arrived(2);
    report.moved(at(300), DEFAULT_LAYOUT);
    report.flush();
    report.flush();
    vi.advanceTimersByTime(1_000);
    expect(tops).toEqual([300]);
  });

  it('tells nothing of a paper that never came up', () => {
    const { tops, report } = start();
    report.moved(at(700), DEFAULT_LAYOUT);
    report.moved(at(100), DEFAULT_LAYOUT);
    report.flush();
    expect(tops).toEqual([]);
  });

  it('forgets the paper before', () => {
    const { tops, report } = start();
    report.arrived(2);
    report.moved(at(300), DEFAULT_LAYOUT);
    report.reset();
    vi.advanceTimersByTime(1_000);
    report.flush();
    expect(tops).toEqual([]);
  });
});
