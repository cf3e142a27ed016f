import { Problem } from '@/lib/api-client';

type Call = {
  method: string;
  path: string;
  query: URLSearchParams;
  body: unknown;
  headers: Headers;
};
// A value, a Problem, or a function of the call that gives one, now or later.
type Answer = unknown;

const answers = new Map<string, Answer>();
export const calls: Call[] = [];

// answer('GET /plans/p1', plan); answer('POST /plans', problem(409, 'plan.exists'));
// A later answer to the same call takes the place of the earlier one.
export function answer(call: string, value: Answer): void {
  answers.set(call, value);
  globalThis.fetch = reply as typeof fetch;
}

export function problem(
  status: number,
  code: string,
  faults: { path: string; code: string }[] = [],
) {
  return new Problem(status, code, faults, 'test-1');
}

export function forgetAnswers(): void {
  answers.clear();
  calls.length = 0;
}

async function reply(input: string, init: RequestInit = {}): Promise<Response> {
  const url = new URL(input, 'http://localhost');
  const path = url.pathname.replace('/api/v1', '');
  const body = typeof init.body === 'string' ? (JSON.parse(init.body) as unknown) : init.body;
  const method = init.method ?? 'GET';
  const call: Call = {
    method,
    path,
    query: url.searchParams,
    body,
    headers: new Headers(init.headers),
  };
  calls.push(call);
  const found = answers.get(`${method} ${path}`);
  const value: unknown =
    typeof found === 'function' ? await (found as (c: Call) => unknown)(call) : found;
  if (value instanceof Problem) return refused(value);
  if (!answers.has(`${method} ${path}`)) return refused(new Problem(404, 'test.unanswered'));
  return value === undefined
    ? new Response(null, { status: 204 })
    : Response.json(value, { headers: { etag: '"1"' } });
}

function refused({ status, code, faults, requestId }: Problem): Response {
  return Response.json({ status, code, faults, request_id: requestId }, { status });
}
