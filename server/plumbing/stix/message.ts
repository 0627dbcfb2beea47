/** One kind of message: its schema, and the one way to read it. */
import type { Static, TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { type Problem, pointerTo, problem } from './problems.ts';

type MessageReading<Content> =
  | { readonly kind: 'read'; readonly message: Content }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

interface Message<Schema extends TSchema> {
  readonly schema: Schema;
  /** Whether the value is such a message; unknown members are kept. `path` heads the problems' pointers. */
  read(value: unknown, path?: string): MessageReading<Static<Schema>>;
}

export const defineMessage = <const Schema extends TSchema>(schema: Schema): Message<Schema> => {
  // Compiled at the first reading: a node that never meets a message does not pay for it at its start.
  const compile = () => Compile(schema);
  let validator: ReturnType<typeof compile> | undefined;
  const isMessage = (value: unknown): value is Static<Schema> => {
    validator ??= compile();
    return validator.Check(value);
  };
  return {
    schema,
    read: (value, path = '') =>
      isMessage(value)
        ? { kind: 'read', message: value }
        : { kind: 'refused', problems: (validator ?? compile()).Errors(value).flatMap(toProblems(path)) },
  };
};

type ValidationError = ReturnType<ReturnType<typeof Compile>['Errors']>[number];

const toProblems =
  (path: string) =>
  (error: ValidationError): readonly Problem[] => {
    const at = `${path}${error.instancePath}`;
    switch (error.keyword) {
      case 'required':
        return error.params.requiredProperties.map((name) => problem(pointerTo(at, name), 'required', name));
      case 'enum':
        return [problem(at, 'vocabulary', error.params.allowedValues.join(', '))];
      default:
        return [problem(at, 'form', error.message)];
    }
  };
