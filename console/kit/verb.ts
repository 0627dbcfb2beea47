/** A verb that is asked of the node, and what follows on its answer. */
import { type UseMutationOptions, useMutation } from '@tanstack/react-query';
import { useCallback } from 'react';

interface Then<Answer> {
  readonly onSuccess?: (answer: Answer) => void;
  readonly onError?: (fault: Error) => void;
}

/**
 * `useMutation`, whose callbacks of a call are heard whatever becomes of who asked: news of the same change
 * may come before the answer and take the asking component away, and a dialog that waits there to be closed
 * would open again. What fails is shown from `error`, or heard by `onError`.
 */
export const useVerb = <Answer, Input = void>(options: UseMutationOptions<Answer, Error, Input>) => {
  const mutation = useMutation(options);
  const { mutateAsync } = mutation;
  const mutate = useCallback(
    (input: Input, then: Then<Answer> = {}): void =>
      void mutateAsync(input).then(
        (answer) => then.onSuccess?.(answer),
        (fault) => then.onError?.(fault),
      ),
    [mutateAsync],
  );
  return { ...mutation, mutate };
};
