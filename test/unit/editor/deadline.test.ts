import { expect, test, vi } from 'vitest';
import { budget } from '../../../src/editor/deadline.js';
import type { Budget } from '../../../src/service/service.js';

const polledOften = (limits: Budget): boolean =>
  Array.from({ length: 200 }, () => limits.shouldStop()).includes(true);

test('a budget ends with its time', () => {
  const clock = vi.spyOn(performance, 'now').mockReturnValue(1_000);
  const limits = budget(50);
  clock.mockReturnValue(1_049);
  expect(polledOften(limits)).toBe(false);
  clock.mockReturnValue(1_051);
  expect(polledOften(limits)).toBe(true);
  expect(limits.shouldStop()).toBe(true);
  clock.mockRestore();
});

test('a budget ends at once when its request is given up', () => {
  const token = { isCancellationRequested: false };
  const limits = budget(50_000, token);
  expect(limits.shouldStop()).toBe(false);
  token.isCancellationRequested = true;
  expect(limits.shouldStop()).toBe(true);
});
