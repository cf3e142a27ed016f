import { useState } from 'react';

import { SelectField } from '@/components/select-field';
import { TextField } from '@/components/text-field';
import { useWords } from '@/lib/words';

import { type FrameworkPage, putItem } from './api';
import { FormDialog } from './form-dialog';

const nothing = { code: '', area: '', name_vi: '', name_en: '' };

export function NewItemDialog({ page }: { page: FrameworkPage }) {
  const t = useWords();
  const [item, setItem] = useState(nothing);
  const change = (part: Partial<typeof nothing>) => setItem({ ...item, ...part });
  return (
    <FormDialog
      open={t('frameworks.add_item')}
      title={t('frameworks.add_item')}
      act={t('frameworks.add_item')}
      ready={item.code.trim() !== '' && item.name_vi.trim() !== ''}
      send={() => putItem(page.version.id, item, page.version.revision)}
      onDone={() => setItem(nothing)}
      touches={['framework-versions', 'frameworks']}
    >
      {() => (
        <>
          <TextField
            label={t('frameworks.code')}
            hint={t('frameworks.code.hint')}
            value={item.code}
            onChange={(code) => change({ code })}
            required
          />
          <SelectField
            label={t('frameworks.area')}
            value={item.area}
            onChange={(area) => change({ area: area ?? '' })}
            options={page.areas.map((area) => ({
              value: area.code,
              label: area.name.text || t('frameworks.without_area'),
            }))}
          />
          <TextField
            label={t('frameworks.name_vi')}
            value={item.name_vi}
            onChange={(name_vi) => change({ name_vi })}
            required
          />
          <TextField
            label={t('frameworks.name_en')}
            value={item.name_en}
            onChange={(name_en) => change({ name_en })}
          />
        </>
      )}
    </FormDialog>
  );
}
