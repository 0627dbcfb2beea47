/**
 * What checks a request and writes an answer, made from the schemas of a route when it is first asked for: a
 * node has hundreds of routes, and making all of them was a third of its start. Routes that name the same
 * schema share what was made of it.
 */
import { SerializerSelector } from '@fastify/fast-json-stringify-compiler';
import { TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox';
import type { FastifySchemaCompiler, FastifySerializerCompiler } from 'fastify/types/schema.js';
import type { TSchema } from 'typebox';
import { instantsIn } from './instants.ts';

type Validate = ReturnType<FastifySchemaCompiler<TSchema>>;
type Write = ReturnType<FastifySerializerCompiler<object>>;

const makeWriter = SerializerSelector()({}, {});
const writers = new WeakMap<object, Write>();

/** The check, and what passed it with its moments in one writing. */
const withInstants = (validate: Validate, rewrite: ReturnType<typeof instantsIn>): Validate => {
  if (rewrite === null) return validate;
  return (value: unknown) => {
    const checked = validate(value);
    return typeof checked === 'object' && 'value' in checked ? { value: rewrite(checked.value) } : checked;
  };
};

export const compileValidator: FastifySchemaCompiler<TSchema> = (route) => {
  let validate: Validate | null = null;
  return (value: unknown) => {
    validate ??= withInstants(TypeBoxValidatorCompiler(route), instantsIn(route.schema));
    return validate(value);
  };
};

export const compileSerializer: FastifySerializerCompiler<object> = (route) => (value) => {
  let write = writers.get(route.schema);
  if (write === undefined) {
    write = makeWriter({ ...route, httpStatus: route.httpStatus ?? '' });
    writers.set(route.schema, write);
  }
  return write(value);
};
