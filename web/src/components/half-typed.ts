import { useEffect, useRef } from 'react';

// A text that could not be read is no value yet, and must not be sent as none: while `fault` is
// said, the form that the field stands in is not submitted.
export function useHalfTyped(fault: string | null) {
  const ref = useRef<HTMLInputElement>(null);
  useEffect(() => ref.current?.setCustomValidity(fault ?? ''), [fault]);
  return ref;
}

// For a form that says its own faults (noValidate): leads to the field that could not be read.
export function hasHalfTyped(form: HTMLFormElement): boolean {
  const field = [...form.elements].find(
    (each) => each instanceof HTMLInputElement && each.validity.customError,
  ) as HTMLInputElement | undefined;
  field?.focus();
  return field !== undefined;
}
