/** The name of our subject extension inside `extensions`: as protocol/messages/subject.json has it. */
export const subjectExtension = 'extension-definition--5c8f1b90-2e6d-4a37-b1f4-08d7c9e3a507';
