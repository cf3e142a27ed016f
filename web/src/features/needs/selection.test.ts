import { isChosen, pressed, type Selection } from './selection';

const nothing: Selection = { units: [], competencies: [] };
const unit = (id: string) => ({ id, name: `Xã ${id}` });
const competency = (id: string) => ({ id, name: `Năng lực ${id}` });

test('every unit chosen goes with every competency chosen, as the rule says', () => {
  const one = pressed(nothing, unit('1'), competency('a'));
  const two = pressed(one, unit('2'), competency('b'));

  expect(isChosen(two, '1', 'b')).toBe(true);
  expect(isChosen(two, '3', 'a')).toBe(false);
});

test('a chosen cell pressed again takes its unit out, and the last one everything', () => {
  const one = pressed(nothing, unit('1'), competency('a'));
  const two = pressed(one, unit('2'), competency('a'));

  expect(pressed(two, unit('1'), competency('a'))).toEqual({
    units: [unit('2')],
    competencies: [competency('a')],
  });
  expect(pressed(one, unit('1'), competency('a'))).toEqual(nothing);
});
