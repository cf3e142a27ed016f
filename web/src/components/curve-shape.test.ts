import { expect, test } from 'vitest';

import { niceTicks } from './curve-shape';

test('ticks enclose all values with round numbers', () => {
  expect(niceTicks([3, 97])).toEqual([0, 50, 100]);
});

test('a curve that hardly rises has ticks that few digits tell apart', () => {
  expect(niceTicks([799.9, 799.900001])).toEqual([798, 800]);
});
