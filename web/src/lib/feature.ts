import type { ComponentType } from 'react';

export type MenuGroup = 'daily' | 'training' | 'framework' | 'records' | 'administration';

// A page of a feature, listed in `features/<name>/pages.ts` as `export const pages: FeaturePage[]`.
// The router, the menu, the tabs of the phone and the keys are made from these lists.
export type FeaturePage = {
  // As in the router: "/people/:personId".
  path: string;
  // The folder of the feature, whose words are loaded with the page.
  part: string;
  load: () => Promise<ComponentType>;
  // About the person who is signed in: no entry for an account without one.
  own?: true;
  // Any of these opens the way; none: whoever is signed in.
  permissions?: string[];
  // Shows the work of the unit chosen in the header, which then stands in the address.
  scoped?: true;
  // `label` is a message id that begins with "menu.", kept in the feature's own catalogue.
  menu?: { label: string; group: MenuGroup; order: number };
  // The letter after `g`.
  letter?: string;
  // Shown without header and menu, to whoever comes.
  bare?: true;
  // Shown among the four tabs of the phone; `label` is a shorter word than that of the menu.
  tab?: {
    icon: 'list' | 'bars' | 'calendar' | 'card' | 'user' | 'file';
    order: number;
    label?: string;
  };
};

export function isOpen(page: FeaturePage, may: (permission: string) => boolean): boolean {
  return !page.permissions || page.permissions.some(may);
}
