declare module 'virtual:words' {
  import type { Messages } from '@lingui/core';

  export const loaders: Record<string, () => Promise<{ words: Messages }>>;
}
