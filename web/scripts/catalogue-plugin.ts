import { existsSync } from 'node:fs';
import { join } from 'node:path';

import type { Plugin } from 'vite';

import {
  cataloguePath,
  compile,
  coreParts,
  type Language,
  languages,
  listParts,
  readCatalogue,
} from './catalogue.ts';

const prefix = 'virtual:words';

// Serves `virtual:words`: one lazy chunk for each language of the core and of each feature. The
// core has the menu's words of every feature (`menu.…`), since the menu is there first.
export function catalogues(src: string): Plugin {
  const bundles = () => {
    const features = listParts(src).filter((part) => !coreParts.includes(part));
    return ['core', ...features.map((part) => part.replace('features/', ''))];
  };
  const partsOf = (bundle: string) => (bundle === 'core' ? coreParts : [`features/${bundle}`]);

  return {
    name: 'catalogues',
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : null),
    load(id) {
      if (!id.startsWith(`\0${prefix}`)) return null;
      if (id === `\0${prefix}`) {
        const entries = bundles().flatMap((bundle) =>
          languages.map(
            (language) =>
              `'${bundle}/${language}': () => import('${prefix}/${bundle}/${language}')`,
          ),
        );
        return `export const loaders = {${entries.join(',\n')}};`;
      }
      const [, bundle = '', language = 'vi'] = id.slice(1).split('/');
      const words = new Map<string, string>();
      for (const part of partsOf(bundle)) {
        const path = cataloguePath(src, part, language as Language);
        if (existsSync(path)) this.addWatchFile(path);
        for (const [key, text] of readCatalogue(path)) words.set(key, text);
      }
      if (bundle === 'core') {
        for (const part of listParts(src)) {
          for (const [key, text] of readCatalogue(cataloguePath(src, part, language as Language))) {
            if (key.startsWith('menu.')) words.set(key, text);
          }
        }
      }
      return `export const words = JSON.parse(${JSON.stringify(JSON.stringify(compile(words)))});`;
    },
    handleHotUpdate({ file, server }) {
      if (!file.startsWith(join(src)) || !file.endsWith('.po')) return;
      for (const [id, module] of server.moduleGraph.idToModuleMap) {
        if (id.startsWith(`\0${prefix}`)) server.moduleGraph.invalidateModule(module);
      }
      server.ws.send({ type: 'full-reload' });
    },
  };
}
