import { useMutation } from '@tanstack/react-query';

// For what is asked for by a button and changes nothing, such as saving a file: working, refused or
// done, like an act.
export function useReading<Given = void, Got = void>(read: (given: Given) => Promise<Got>) {
  return useMutation({ meta: { rereadsNothing: true }, mutationFn: read });
}
