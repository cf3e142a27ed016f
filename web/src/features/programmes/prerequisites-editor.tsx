import { Card } from '@/components/card';
import { IconButton } from '@/components/icon-button';
import { Row, Stack } from '@/components/layout';
import { type PickedUnit, UnitPicker } from '@/components/unit-picker';
import { useWords } from '@/lib/words';

import { findProgrammes } from './api';

type Props = { value: PickedUnit[]; onChange: (programmes: PickedUnit[]) => void };

// Programmes that a participant has to have behind them.
export function PrerequisitesEditor({ value, onChange }: Props) {
  const t = useWords();
  return (
    <Card title={t('programmes.prerequisites')}>
      <Stack>
        {value.length === 0 && <p>{t('programmes.prerequisites.none')}</p>}
        {value.map((programme, index) => (
          <Row key={programme.id} apart>
            <span>
              {programme.parent ? `${programme.name} (${programme.parent})` : programme.name}
            </span>
            <IconButton
              icon="close"
              label={t('programmes.outcome.remove', { name: programme.name })}
              onClick={() => onChange(value.toSpliced(index, 1))}
            />
          </Row>
        ))}
        <UnitPicker
          key={value.length}
          label={t('programmes.prerequisite.add')}
          value={null}
          source="programmes"
          load={findProgrammes}
          onChange={(programme) => {
            const known = value.some((each) => each.id === programme?.id);
            if (programme && !known) onChange([...value, programme]);
          }}
        />
      </Stack>
    </Card>
  );
}
