import { type I18n, type Messages, setupI18n } from '@lingui/core';
import { useSyncExternalStore } from 'react';
import { loaders } from 'virtual:words';

import { isLanguage, type Language } from './languages';

export const i18n: I18n = setupI18n({ locale: 'vi', messages: { vi: {}, en: {} } });

const key = 'nangluc.language';
const parts = new Set(['core']);
const arriving = new Map<string, Promise<void>>();
const loaded: Record<string, Messages> = {};

async function wordsOf(part: string, language: Language): Promise<Messages> {
  const name = `${part}/${language}`;
  const loader = loaders[name];
  if (!loader) return {};
  return (loaded[name] ??= (await loader()).words);
}

// Words a language lacks are taken from English; `isOwn` tells which are its own.
async function gather(language: Language): Promise<Messages> {
  const spare = language === 'vi' || language === 'en' ? [] : [...parts];
  const [own, english] = await Promise.all([
    Promise.all([...parts].map((part) => wordsOf(part, language))),
    Promise.all(spare.map((part) => wordsOf(part, 'en'))),
  ]);
  return Object.assign({}, ...english, ...own) as Messages;
}

export function isOwn(id: string, language = i18n.locale): boolean {
  return [...parts].some((part) => loaded[`${part}/${language}`]?.[id] !== undefined);
}

// The page and language in which a word was last told in English for want of one of its own.
let toldInEnglish = '';
const watchers = new Set<() => void>();

const here = () => `${i18n.locale} ${location.pathname}`;

export function noteTold(id: string): void {
  if (i18n.locale === 'vi' || i18n.locale === 'en' || isOwn(id) || toldInEnglish === here()) return;
  toldInEnglish = here();
  queueMicrotask(() => watchers.forEach((tell) => tell()));
}

// True when some words of the page are in English, since its language has none for them yet.
export function useIsPartlyEnglish(): boolean {
  return useSyncExternalStore(
    (tell) => {
      watchers.add(tell);
      return () => watchers.delete(tell);
    },
    () => toldInEnglish === here(),
  );
}

// What each language has of every feature: the menu and the things to do.
const isWay = (id: string) => id.startsWith('menu.') || /^[a-z_]+\.todo\./u.test(id);

// True when a feature has no other word yet in the language now spoken.
export function isForeign(part: string): boolean {
  const own = loaded[`${part}/${i18n.locale}`];
  return part !== 'core' && !!own && Object.keys(own).every((id) => isWay(id));
}

export function rememberedLanguage(): Language {
  const asked = new URLSearchParams(location.search).get('lang') ?? localStorage.getItem(key);
  return isLanguage(asked) ? asked : 'vi';
}

export async function speak(language: Language): Promise<void> {
  const words = await gather(language);
  i18n.loadAndActivate({ locale: language, messages: words });
  document.documentElement.lang = language;
}

// Kept for this computer: only what somebody chose, so that the account's own language is not
// hidden by the one that the first page happened to be in.
export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(key, language);
  await speak(language);
}

export const hasChosenLanguage = () => localStorage.getItem(key) !== null;

async function add(part: string): Promise<void> {
  parts.add(part);
  const language = i18n.locale as Language;
  const words = await gather(language);
  if (language === i18n.locale) i18n.load(language, words);
}

// Adds the words of a feature, before its page is shown.
export function loadWords(part: string): Promise<void> {
  const known = arriving.get(part);
  if (known) return known;
  const added = part === 'core' ? Promise.resolve() : add(part);
  arriving.set(part, added);
  return added;
}
