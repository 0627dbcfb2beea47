/** What a fault looks like on the wire. */
import Type from 'typebox';

/** The body of every refusal and error. */
export const faultSchema = Type.Object(
  {
    fault: Type.Object({
      code: Type.String(),
      text: Type.Object({ ar: Type.String(), fr: Type.String(), en: Type.String() }),
      details: Type.Record(
        Type.String(),
        Type.Union([Type.String(), Type.Number(), Type.Array(Type.String())]),
      ),
    }),
  },
  { description: 'A refusal or an error, in three languages, saying what to do next.' },
);
