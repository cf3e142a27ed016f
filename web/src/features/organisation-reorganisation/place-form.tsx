import { useState } from 'react';

import { Button } from '@/components/button';
import { Row, Stack } from '@/components/layout';
import { Refusal } from '@/components/refusal';
import { type PickedUnit, UnitPicker } from '@/components/unit-picker';
import { findUnits } from '@/lib/units';
import { useWords } from '@/lib/words';

import { type PersonToPlace, type Reorganisation, usePlace } from './api';
import { commonChoices } from './placing';

type Props = { found: Reorganisation; people: PersonToPlace[]; onDone: () => void };

// One new unit for the people who are ticked.
export function PlaceForm({ found, people, onDone }: Props) {
  const t = useWords();
  const place = usePlace(found.id);
  const [unit, setUnit] = useState<PickedUnit | null>(null);
  const choices = commonChoices(people, found);
  const count = people.length;
  return (
    <Stack gap={8}>
      <Row>
        <UnitPicker
          label={t('reorganisation.place.unit', { count })}
          value={unit}
          onChange={setUnit}
          load={(sought, signal) =>
            choices
              ? Promise.resolve(choices)
              : findUnits({ sought, below: [found.root.id], signal })
          }
          source={`place ${choices?.map((choice) => choice.id).join(' ') ?? found.root.id}`}
        />
        <Button
          kind="primary"
          working={place.isPending}
          disabled={!unit}
          onClick={() =>
            unit &&
            place.mutate(
              people.map(({ person }) => ({ person, unit: unit.id })),
              { onSuccess: onDone },
            )
          }
        >
          {t('reorganisation.place', { count })}
        </Button>
      </Row>
      <Refusal error={place.error} />
    </Stack>
  );
}
