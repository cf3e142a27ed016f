import type { PillKind } from '@/components/pill';

import type { Group } from './group-api';

export const statusKinds: Record<Group['status'], PillKind> = {
  draft: 'neutral',
  approved: 'done',
  closed: 'neutral',
};
