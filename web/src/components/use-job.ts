import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';

import { address, get, post } from '@/lib/api-client';

export type JobStatus = 'waiting' | 'running' | 'done' | 'refused' | 'failed' | 'cancelled';

export type Job = {
  id: string;
  kind: string;
  status: JobStatus;
  stage: string;
  done: number;
  total: number;
  // What the job gave, or the code of why it was refused.
  result?: unknown;
  // What it would end with now, were it told that this is enough.
  offer?: unknown;
  refusal_code: string | null;
  is_cancel_asked: boolean;
  actions: string[];
};

export function isOver(job: Job | undefined): boolean {
  return !!job && job.status !== 'waiting' && job.status !== 'running';
}

// News by server-sent events; when they do not come, the job is asked for every two seconds.
export function useJob(id: string, onDone?: (job: Job) => void) {
  const client = useQueryClient();
  const [streaming, setStreaming] = useState(false);
  const key = ['jobs', id];
  const query = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => get<Job>(`/jobs/${id}`, { signal }),
    refetchInterval: ({ state }) => (isOver(state.data) || streaming ? false : 2000),
  });
  const job = query.data;
  const over = isOver(job);

  useEffect(() => {
    if (over || typeof EventSource === 'undefined') return;
    const source = new EventSource(address(`/jobs/${id}/progress`));
    source.onmessage = (event: MessageEvent<string>) => {
      setStreaming(true);
      client.setQueryData(['jobs', id], JSON.parse(event.data));
    };
    source.onerror = () => {
      source.close();
      setStreaming(false);
    };
    return () => source.close();
  }, [client, id, over]);

  const told = useRef('');
  useEffect(() => {
    if (!job || !over || told.current === job.id) return;
    told.current = job.id;
    onDone?.(job);
  }, [job, over, onDone]);

  // What the job did shows on the page too.
  const ran = useRef(false);
  useEffect(() => {
    if (job && !over) ran.current = true;
    if (!over || !ran.current) return;
    ran.current = false;
    void client.invalidateQueries();
  }, [client, job, over]);

  const cancel = useMutation({
    mutationFn: () => post<Job>(`/jobs/${id}/cancellation`),
    onSuccess: () => client.invalidateQueries({ queryKey: key }),
  });
  const accept = useMutation({
    mutationFn: () => post<Job>(`/jobs/${id}/acceptance`),
    onSuccess: (asked) => client.setQueryData(key, asked),
  });
  return {
    job,
    error: query.error ?? cancel.error ?? accept.error,
    accept: () => accept.mutate(),
    accepting: accept.isPending,
    cancel: () => cancel.mutate(),
    cancelling: cancel.isPending || (job?.is_cancel_asked ?? false),
  };
}
