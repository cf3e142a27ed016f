import { type PickedUnit, UnitPicker } from '@/components/unit-picker';
import { useWords } from '@/lib/words';

type Props = {
  kind: 'merge' | 'split';
  value: PickedUnit[];
  onChange: (units: PickedUnit[]) => void;
  load: (sought: string, signal: AbortSignal) => Promise<PickedUnit[]>;
  source: string;
};

// One picker for each unit, and always an empty one for the next.
export function SeveralUnits({ kind, value, onChange, load, source }: Props) {
  const t = useWords();
  return [...value, null].map((unit, index) => (
    <UnitPicker
      key={unit?.id ?? `next ${index}`}
      label={t(`reorganisation.step.${kind}.units`, { number: index + 1 })}
      value={unit}
      onChange={(picked) =>
        onChange(picked ? value.toSpliced(index, 1, picked) : value.toSpliced(index, 1))
      }
      load={async (sought, signal) =>
        (await load(sought, signal)).filter(
          (found) => !value.some((chosen) => chosen.id === found.id),
        )
      }
      source={`${source} ${value.map((chosen) => chosen.id).join(' ')}`}
    />
  ));
}
