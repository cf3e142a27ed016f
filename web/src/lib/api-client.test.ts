import { answer, calls, problem } from '@/testing/answers';

import { get, getVersioned, post, Problem, put } from './api-client';

test('a refusal becomes a problem with its code and faults', async () => {
  const faults = [{ path: '/name', code: 'required' }];
  answer('POST /people', problem(422, 'person.invalid', faults));

  await expect(post('/people', {})).rejects.toMatchObject({ code: 'person.invalid', faults });
});

test('each act carries its own key, and one act keeps the one it was given', async () => {
  answer('POST /people', { id: '1' });

  await post('/people', {});
  await post('/people', {});
  await post('/people', {}, { key: 'act-1' });
  const keys = calls.map((call) => call.headers.get('idempotency-key'));

  expect(keys[0]).not.toBe(keys[1]);
  expect(keys[2]).toBe('act-1');
});

test('what was read is given back as the version that is changed', async () => {
  answer('GET /people/1', { name: 'Lò Thị Mai' });
  answer('PUT /people/1', undefined);

  const { version } = await getVersioned('/people/1');
  await put('/people/1', {}, { version });

  expect(calls[1]?.headers.get('if-match')).toBe('"1"');
});

test('empty filters are left out of the address', async () => {
  answer('GET /people', { items: [], next: null });

  await get('/people', { query: { unit: '3', name: '', on: null, limit: 50 } });

  expect(calls[0]?.query.toString()).toBe('unit=3&limit=50');
});

test('a server that cannot be reached is said so', async () => {
  globalThis.fetch = () => Promise.reject(new TypeError('failed'));

  const failed = await get('/people').catch((error: unknown) => error);

  expect(failed).toBeInstanceOf(Problem);
  expect((failed as Problem).code).toBe('network.unreachable');
  expect((failed as Problem).isRefusal).toBe(false);
});
