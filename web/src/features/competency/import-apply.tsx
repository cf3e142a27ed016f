import { useState } from 'react';
import { useNavigate } from 'react-router';

import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Stack } from '@/components/layout';
import { Refusal } from '@/components/refusal';
import { TextField } from '@/components/text-field';
import { useUnitScope } from '@/lib/unit-scope';
import { useAct } from '@/lib/use-act';
import { useWords } from '@/lib/words';

import { applyFile, type Report } from './api';

type Props = { report: Report; prefix: string; levels: string };

// The draft that the looked-at file becomes; somebody else approves it.
export function ImportApply({ report, prefix, levels }: Props) {
  const t = useWords();
  const navigate = useNavigate();
  const { unitId } = useUnitScope();
  const [code, setCode] = useState('');
  const [label, setLabel] = useState('');
  const [name, setName] = useState('');
  const framework = {
    code,
    label,
    owner: unitId ?? '',
    name_vi: name,
    prefix,
    ...(levels ? { levels: Number(levels) } : {}),
  };
  const apply = useAct((given: typeof framework, key) => applyFile(report.file, given, key), {
    onDone: ({ id }) => navigate(`/frameworks/${id}`),
  });
  const ready = code.trim() !== '' && label.trim() !== '' && name.trim() !== '';

  return (
    <Card title={t('framework_import.step.draft')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) apply.mutate(framework);
        }}
      >
        <Stack>
          <TextField
            label={t('framework_import.code')}
            hint={t('framework_import.code.hint')}
            value={code}
            onChange={setCode}
            required
          />
          <TextField
            label={t('frameworks.label')}
            hint={t('frameworks.label.hint')}
            value={label}
            onChange={setLabel}
            required
          />
          <TextField label={t('framework_import.name')} value={name} onChange={setName} required />
          <Refusal error={apply.error} />
          <div>
            <Button kind="primary" type="submit" working={apply.isPending} disabled={!ready}>
              {t('framework_import.apply')}
            </Button>
          </div>
        </Stack>
      </form>
    </Card>
  );
}
