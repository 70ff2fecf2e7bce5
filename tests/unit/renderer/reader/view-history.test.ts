import { describe, expect, it } from 'vitest';
import {
  EMPTY_HISTORY,
  noteArrival,
  recordJump,
  stepBack,
  stepForward,
} from '@renderer/reader/engine/view-history';

const at = (page: number, top = 700) => ({ page, top, left: 0 });

describe('the view history', () => {
  it('goes back to where each jump started and forward again', () => {
    const first = recordJump(EMPTY_HISTORY, at(1), 0);
    const second = recordJump(first, at(5), 10_000);
    const back = stepBack(second, at(9));
    expect(back?.target).toEqual(at(5));
    const further = back && stepBack(back.history, at(5));
    expect(further?.target).toEqual(at(1));
    expect(further && stepBack(further.history, at(1))).toBeUndefined();
    const forward = further && stepForward(further.history, at(1));
    expect(forward?.target).toEqual(at(5));
    expect(forward && stepForward(forward.history, at(5))?.target).toEqual(at(9));
  });

  it('merges jumps in quick succession into one, so that back leads to where the reading was', () => {
    const first = recordJump(EMPTY_HISTORY, at(3), 0);
    const second = recordJump(first, at(4), 900);
    const third = recordJump(second, at(5), 1_800);
    expect(third.back).toEqual([at(3)]);
    expect(recordJump(third, at(6), 4_000).back).toEqual([at(3), at(6)]);
  });

  it('adds nothing when a jump starts where the one before did', () => {
    const first = recordJump(EMPTY_HISTORY, at(3), 0);
    expect(recordJump(first, at(3, 701), 60_000).back).toEqual([at(3)]);
    expect(recordJump(first, at(3, 600), 60_000).back).toHaveLength(2);
  });

  it('keeps a place that was scrolled to between two quick jumps, since going back must lead to it', () => {
    const arrived = noteArrival(recordJump(EMPTY_HISTORY, at(3), 0), at(1));
    expect(recordJump(noteArrival(arrived, at(2)), at(2), 500).back).toEqual([at(3), at(2)]);
    expect(recordJump(arrived, at(1), 500).back).toEqual([at(3)]);
  });

  it('forgets what lay forward at a new jump, even one that merges', () => {
    const back = stepBack(recordJump(EMPTY_HISTORY, at(1), 0), at(8));
    expect(back?.history.forward).toEqual([at(8)]);
    expect(back && recordJump(back.history, at(1), 50).forward).toEqual([]);
  });

  it('records the first jump after going back, however quick', () => {
    const back = stepBack(recordJump(EMPTY_HISTORY, at(1), 0), at(8));
    expect(back && recordJump(back.history, at(2), 100).back).toEqual([at(2)]);
  });

  it('keeps the last hundred steps', () => {
    let history = EMPTY_HISTORY;
    for (let page = 1; page <= 150; page += 1) history = recordJump(history, at(page), page * 5_000);
    expect(history.back).toHaveLength(100);
    expect(history.back[0]).toEqual(at(51));
  });
});
