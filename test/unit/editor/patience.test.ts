import { expect, test, vi } from 'vitest';
import { budget } from '../../../src/editor/patience.js';
import { LIMITS } from '../../../src/service/budgets.js';

test('a budget ends with its work, whatever the clock says', () => {
  const limits = budget('hover');
  expect(limits.shouldStop(LIMITS.hover)).toBe(false);
  expect(limits.shouldStop(1)).toBe(true);
  expect(limits.cancelled).toBe(false);
});

test('a budget ends at once when its request is given up', () => {
  const token = { isCancellationRequested: false };
  const limits = budget('command', token);
  expect(limits.shouldStop()).toBe(false);
  token.isCancellationRequested = true;
  expect(limits.shouldStop()).toBe(true);
  expect(limits.cancelled).toBe(true);
});

test('what no one can still be waiting for is cancelled, and not refused', () => {
  const clock = vi.spyOn(performance, 'now').mockReturnValue(1_000);
  const limits = budget('command');
  const polled = (): boolean => Array.from({ length: 600 }, () => limits.shouldStop(0)).includes(true);
  clock.mockReturnValue(50_000);
  expect(polled()).toBe(false);
  clock.mockReturnValue(70_000);
  expect(polled()).toBe(true);
  expect(limits.cancelled).toBe(true);
  clock.mockRestore();
});
