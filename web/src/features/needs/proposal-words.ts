import type { ProposalStatus } from './proposal-api';

export const pillOf = {
  open: 'sent',
  agreed: 'done',
  returned: 'returned',
} as const satisfies Record<ProposalStatus, string>;
