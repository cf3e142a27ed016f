import { screen } from '@testing-library/react';
import axe from 'axe-core';

import { speak } from '@/lib/i18n';
import { renderPage } from '@/testing/render';

import { GalleryPage } from './gallery-page';

// Colour and size need a real browser: the journeys run axe there.
const options = { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } };

test.each(['vi', 'en', 'ko', 'uz', 'th'] as const)(
  'no component has an accessibility fault in %s',
  async (language) => {
    await speak(language);
    const { container } = renderPage(<GalleryPage />, { path: '/gallery', at: '/gallery' });
    await screen.findByRole('heading', { level: 1 });

    const { violations } = await axe.run(container, options);
    await speak('vi');

    expect(violations.map((fault) => `${fault.id}: ${fault.nodes[0]?.html ?? ''}`)).toEqual([]);
  },
  60_000,
);
