/** What a thread is asked to do, and does. Each answers with flat arrays, or null where it refuses. */
import type { Group } from './group.ts';
import { areElements, blind, blindEvaluate, evaluate, finalize, outputBytes } from './oprf.ts';
import { type Packed, unpack } from './packing.ts';

/** Bytes of an output that are kept: enough for the filter, and to find a record again. */
export const tagBytes = 16;

type Bytes = Uint8Array;

/** The work that threads know. */
export type Task =
  | { readonly kind: 'evaluate'; readonly secretKey: Bytes; readonly inputs: Packed }
  | { readonly kind: 'blind'; readonly inputs: Packed }
  | { readonly kind: 'check'; readonly elements: Bytes }
  | {
      readonly kind: 'answer';
      readonly secretKey: Bytes;
      readonly publicKey: Bytes;
      readonly elements: Bytes;
    }
  | {
      readonly kind: 'finalise';
      readonly publicKey: Bytes;
      readonly inputs: Packed;
      readonly blinds: Bytes;
      readonly elements: Bytes;
      readonly evaluated: Bytes;
      readonly proof: Bytes;
    };

/** What it gives: tags; blinds and elements; elements and their proof; nothing. Null refuses. */
export type Done = readonly Bytes[] | null;

const tagsOf = (outputs: Bytes): Bytes => {
  const tags = new Uint8Array((outputs.length / outputBytes) * tagBytes);
  for (let at = 0; at < outputs.length / outputBytes; at += 1)
    tags.set(outputs.subarray(at * outputBytes, at * outputBytes + tagBytes), at * tagBytes);
  return tags;
};

const evaluateAll = (group: Group, secretKey: Bytes, inputs: Packed): Bytes => {
  const tags = new Uint8Array((inputs.starts.length - 1) * tagBytes);
  const output = new Uint8Array(outputBytes);
  const tag = output.subarray(0, tagBytes);
  for (let at = 0; at < inputs.starts.length - 1; at += 1) {
    evaluate(group, secretKey, inputs.bytes.subarray(inputs.starts[at], inputs.starts[at + 1]), output);
    tags.set(tag, at * tagBytes);
  }
  return tags;
};

/** Does it, on the thread that calls. */
export const perform = (group: Group, task: Task): Done => {
  switch (task.kind) {
    case 'evaluate':
      return [evaluateAll(group, task.secretKey, task.inputs)];
    case 'blind': {
      const { blinds, elements } = blind(group, unpack(task.inputs));
      return [blinds, elements];
    }
    case 'check':
      return areElements(group, task.elements) ? [] : null;
    case 'answer': {
      const answer = blindEvaluate(group, task, task.elements);
      return answer === null ? null : [answer.elements, answer.proof];
    }
    case 'finalise': {
      const asked = { ...task, inputs: unpack(task.inputs) };
      const answer = { elements: task.evaluated, proof: task.proof };
      const outputs = finalize(group, task.publicKey, asked, answer);
      return outputs === null ? null : [tagsOf(outputs)];
    }
  }
};
