// The one way to the server: JSON under /api/v1, problems as values of one class.

export type Fault = { path: string; code: string };

export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly faults: Fault[];
  readonly requestId: string;

  constructor(status: number, code: string, faults: Fault[] = [], requestId = '') {
    super(`${status} ${code}`);
    this.name = 'Problem';
    this.status = status;
    this.code = code;
    this.faults = faults;
    this.requestId = requestId;
  }

  // A refusal is part of the work and is shown beside the act; the rest goes to the boundary.
  get isRefusal(): boolean {
    return this.status >= 400 && this.status < 500;
  }

  // What is on screen is no longer so: somebody else was faster, or an answer was lost on its way.
  get isOvertaken(): boolean {
    return this.status === 412 || /^idempotency\.(other_body|already_done)$/u.test(this.code);
  }
}

export type Page<T> = { items: T[]; next: string | null };

export type QueryValue = string | number | boolean | null | undefined;
type Options = {
  query?: Record<string, QueryValue>;
  // The version that was read, for what people edit.
  version?: number | string;
  // Made once for a user's act (useActKey), so that a repeated press or a retry does it once.
  key?: string;
  signal?: AbortSignal;
};

const base = '/api/v1';

export function address(path: string, query: Options['query'] = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== '') search.set(name, String(value));
  }
  const text = search.toString();
  return `${base}${path}${text ? `?${text}` : ''}`;
}

async function problemOf(reply: Response): Promise<Problem> {
  const body: unknown = await reply.json().catch(() => null);
  const told = (body ?? {}) as Partial<{ code: string; faults: Fault[]; request_id: string }>;
  return new Problem(
    reply.status,
    told.code ?? (reply.status >= 500 ? 'server.fault' : `server.${reply.status}`),
    told.faults ?? [],
    told.request_id ?? reply.headers.get('x-request-id') ?? '',
  );
}

async function send(method: string, path: string, body: unknown, options: Options) {
  const headers = new Headers({ accept: 'application/json' });
  if (method === 'POST') headers.set('idempotency-key', options.key ?? crypto.randomUUID());
  if (options.version !== undefined) headers.set('if-match', `"${options.version}"`);
  const isFile = body instanceof Blob;
  if (isFile) headers.set('content-type', body.type || 'application/octet-stream');
  else if (body !== undefined) headers.set('content-type', 'application/json');

  let reply: Response;
  try {
    reply = await fetch(address(path, options.query), {
      method,
      headers,
      credentials: 'same-origin',
      body: isFile ? body : body === undefined ? undefined : JSON.stringify(body),
      signal: options.signal,
    });
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new Problem(0, navigator.onLine ? 'network.unreachable' : 'network.offline');
  }
  if (!reply.ok) throw await problemOf(reply);
  return reply;
}

async function valueOf<T>(reply: Response): Promise<T> {
  return (reply.status === 204 ? undefined : await reply.json()) as T;
}

export type Versioned<T> = { value: T; version: string };

export async function get<T>(path: string, options: Options = {}): Promise<T> {
  return valueOf(await send('GET', path, undefined, options));
}

// The value with its ETag, to give back as `version` when it is changed.
export async function getVersioned<T>(path: string, options: Options = {}): Promise<Versioned<T>> {
  const reply = await send('GET', path, undefined, options);
  const version = (reply.headers.get('etag') ?? '').replace(/^(W\/)?"|"$/gu, '');
  return { value: await valueOf<T>(reply), version };
}

export async function post<T = void>(path: string, body?: unknown, options: Options = {}) {
  return valueOf<T>(await send('POST', path, body, options));
}

export async function put<T = void>(path: string, body?: unknown, options: Options = {}) {
  return valueOf<T>(await send('PUT', path, body, options));
}

export async function patch<T = void>(path: string, body?: unknown, options: Options = {}) {
  return valueOf<T>(await send('PATCH', path, body, options));
}

export async function del<T = void>(path: string, options: Options = {}) {
  return valueOf<T>(await send('DELETE', path, undefined, options));
}

// Sends a file as it is; the name travels in the query.
export async function upload<T>(path: string, file: File, options: Options = {}) {
  const query = { file_name: file.name, ...options.query };
  return valueOf<T>(await send('POST', path, file, { ...options, query }));
}

// Saves a reply as a file under the name that the server gives it.
export async function download(path: string, options: Options = {}): Promise<void> {
  const reply = await send('GET', path, undefined, options);
  const told = reply.headers.get('content-disposition') ?? '';
  const name = /filename\*=UTF-8''([^;]+)/u.exec(told)?.[1];
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await reply.blob());
  link.download = name ? decodeURIComponent(name) : (path.split('/').at(-1) ?? 'file');
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
