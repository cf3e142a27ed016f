import { describe, expect, it } from 'vitest';

import type { ProgrammeDetails } from './api';
import { bodyOf, costOfFullClass, draftOf, emptyDraft, withOutcome } from './programme-draft';

const competency = { id: '5', name: 'Dữ liệu', levels: 8 };

describe('the draft of a programme', () => {
  it('names its owner and code only where it is new, since they never change', () => {
    const draft = { ...emptyDraft, code: ' CDS-1 ' };
    expect(bodyOf(draft, '77')).toMatchObject({ owner: '77', code: 'CDS-1' });
    expect(bodyOf(draft)).not.toHaveProperty('code');
  });

  it('raises a competency once', () => {
    const once = withOutcome(emptyDraft, competency);
    expect(withOutcome(once, competency)).toBe(once);
    expect(bodyOf(once).outcomes).toEqual([{ competency: '5', from_level: 0, to_level: 1 }]);
  });

  it('says what a full class costs by its norms', () => {
    const sizes = {
      ...emptyDraft.sizes,
      max_class: 40,
      cost_per_class: 15_000_000,
      cost_per_person: 200_000,
    };
    expect(costOfFullClass({ ...emptyDraft, sizes })).toBe(23_000_000);
  });

  it('of a version sends back what the version says', () => {
    const page = {
      version: {
        code: 'A',
        title: 'Tên',
        title_en: 'Name',
        provider: 'TT',
        content: 'digital',
        form: 'online',
        hours: 12,
        days: 2,
        min_class: 10,
        max_class: 30,
        cost_per_class: 1,
        cost_per_person: 2,
      },
      purpose: 'p',
      audience: 'a',
      languages: 'vi',
      legal_basis: 'l',
      source: 's',
      outcomes: [{ competency: '5', from_level: 1, to_level: 3 }],
      prerequisites: [{ programme: '9', title: 'Trước', code: 'B' }],
    } as unknown as ProgrammeDetails;
    expect(bodyOf(draftOf(page))).toMatchObject({
      title: 'Tên',
      provider: 'TT',
      purpose: 'p',
      form: 'online',
      hours: 12,
      cost_per_person: 2,
      outcomes: [{ competency: '5', from_level: 1, to_level: 3 }],
      prerequisites: ['9'],
    });
  });
});
