/** A paragraph written over several lines of source, as one line. */
export const prose = (text: string): string => text.trim().replaceAll(/\s*\n\s*/g, ' ');
